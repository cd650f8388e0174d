"""The sign's own drawing: an open door, and a question above it. Shapes only, so no font is needed."""

from documents.images import PrintImage

_SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 150">
<path fill="#12385e" d="M30 10h180a16 16 0 0 1 16 16v66a16 16 0 0 1-16 16H96l-30 30v-30H30a16 16 0 0 1-16-16V26a16 16 0 0 1 16-16z"/>
<path fill="#f5c518" d="M58 30h44v60H58z"/>
<path fill="#fff" d="M58 30l30 9v60l-30-9z"/>
<circle fill="#12385e" cx="81" cy="66" r="3.5"/>
<path fill="none" stroke="#f5c518" stroke-width="11" stroke-linecap="round" stroke-linejoin="round" d="M138 46c0-13 10-19 21-19s21 7 21 18c0 15-20 15-20 29"/>
<circle fill="#f5c518" cx="160" cy="91" r="7"/>
</svg>"""

DOOR = PrintImage(_SVG, "image/svg+xml")
