"""Squares that a phone's camera reads an address from."""

import io

import segno

from documents.images import PrintImage


def qr_code(address: str) -> PrintImage:
    image = io.BytesIO()
    segno.make(address, error="m", micro=False).save(image, kind="svg", border=2, xmldecl=False)
    return PrintImage(image.getvalue(), "image/svg+xml")
