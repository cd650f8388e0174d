"""Files as people upload them."""

import io

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

TITLES = ("Kod zawodu", "Nazwa zawodu")


def csv_bytes(*rows, titles=TITLES, delimiter=";", encoding="utf-8"):
    lines = [delimiter.join(row) for row in (titles, *rows)]
    return "\r\n".join(lines).encode(encoding)


def xlsx_bytes(*rows, titles=TITLES):
    book = openpyxl.Workbook()
    for row in (titles, *rows):
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def csv_upload(*rows, name="zawody.csv"):
    return SimpleUploadedFile(name, csv_bytes(*rows))


def picture(kind="PNG", size=(40, 20), **options):
    target = io.BytesIO()
    Image.new("RGB", size, "navy").save(target, kind, **options)
    return target.getvalue()


def upload(content, name="logo.png"):
    return SimpleUploadedFile(name, content)
