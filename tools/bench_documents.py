"""How fast papers are made and whether the memory stays flat: ``python -m tools.bench_documents [COUNT]``.

Prints seconds per paper and the resident memory after every tenth of the run. Needs no database.
"""

import sys
import time

import psutil

from documents.render import render_pdf

PAGE = """<!doctype html><html lang="pl"><head><title>Lista obecności {number}</title></head>
<body data-title="Lista obecności {number}" data-page-word="Strona" data-of-word="z">
<h1>Lista obecności {number} – Список присутніх</h1>
<table class="grid"><thead><tr><th>Imię i nazwisko</th><th>Miejscowość</th><th>Podpis</th></tr></thead>
<tbody>{rows}</tbody></table></body></html>"""
ROW = "<tr><td>Żółć Їжак {row}</td><td>Święta Katarzyna</td><td class='blank'></td></tr>"


def main(count: int) -> None:
    process = psutil.Process()
    rows = "".join(ROW.format(row=row) for row in range(40))
    render_pdf(PAGE.format(number=0, rows=rows))  # fonts and styles are read once
    step = max(1, count // 10)
    for start in range(0, count, step):
        begun = time.perf_counter()
        for number in range(start, start + step):
            render_pdf(PAGE.format(number=number, rows=rows))
        seconds = (time.perf_counter() - begun) / step
        megabytes = process.memory_info().rss / 2**20
        sys.stdout.write(f"{start + step:6} papers  {seconds:6.3f} s each  {megabytes:6.1f} MB\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
