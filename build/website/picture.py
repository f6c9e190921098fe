"""The picture of link previews: the map of the states with numbers, as a PNG made by hand."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

from website.front.chart import GRID, Tile
from website.front.numbers import Numbers

WIDTH, HEIGHT = 1200, 630
PAPER, INK, FAINT, FULL = (250, 248, 243), (27, 34, 44), (226, 222, 212), (31, 78, 121)
Color = tuple[int, int, int]

FONT = dict(
    zip(
        " ,-.:0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
        (
            "0000000000 0050300000 0808080808 0060600000 0036360000 3e5149453e 00427f4000 "
            "4261514946 2141454b31 1814127f10 2745454539 3c4a494930 0171090503 3649494936 "
            "064949291e 7e1111117e 7f49494936 3e41414122 7f4141221c 7f49494941 7f09090901 "
            "3e4149497a 7f0808087f 00417f4100 2040413f01 7f08142241 7f40404040 7f020c027f "
            "7f0408107f 3e4141413e 7f09090906 3e4151215e 7f09192946 4649494931 01017f0101 "
            "3f4040403f 1f2040201f 3f4038403f 6314081463 0708700807 6151494543 2054545478 "
            "7f48444438 3844444420 384444487f 3854545418 087e090102 0c5252523e 7f08040478 "
            "00447d4000 2040443d00 7f10284400 00417f4000 7c04180478 7c08040478 3844444438 "
            "7c14141408 081414187c 7c08040408 4854545420 043f444020 3c4040207c 1c2040201c "
            "3c4030403c 4428102844 0c5050503c 4464544c44 "
        ).split(),
        strict=True,
    )
)
"""Letters of 5 by 7 pixels: a byte a column, the lowest bit on top."""


class Canvas:
    """Pixels in rows, painted in rectangles."""

    def __init__(self) -> None:
        self.rows = [bytearray(bytes(PAPER) * WIDTH) for _ in range(HEIGHT)]

    def box(self, x: int, y: int, width: int, height: int, color: Color) -> None:
        """Fill a rectangle."""
        for row in self.rows[y : y + height]:
            row[3 * x : 3 * (x + width)] = bytes(color) * width

    def write(self, text: str, x: int, y: int, scale: int, color: Color) -> None:
        """Write a line; letters that the font lacks stay blank."""
        for n, letter in enumerate(text):
            for m, column in enumerate(bytes.fromhex(FONT.get(letter, FONT[" "]))):
                for k in range(7):
                    if column >> k & 1:
                        self.box(x + (6 * n + m) * scale, y + k * scale, scale, scale, color)

    def png(self) -> bytes:
        """The picture as a PNG file."""
        raw = b"".join(b"\0" + bytes(row) for row in self.rows)
        head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
        parts = [
            _chunk(b"IHDR", head),
            _chunk(b"IDAT", zlib.compress(raw, 9)),
            _chunk(b"IEND", b""),
        ]
        return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


TILE, GAP, LEFT, TOP = 46, 4, 620, 118


def preview(found: Numbers, tiles: Sequence[Tile]) -> bytes:
    """The headline's numbers beside the map."""
    canvas = Canvas()
    canvas.box(0, 0, WIDTH, 14, FULL)
    canvas.write("Immigration", 56, 96, 6, INK)
    canvas.write("subpoenas to state", 56, 164, 4, INK)
    canvas.write("and local governments", 56, 204, 4, INK)
    lines = (
        (found.acts, "acts on record" if found.acts != 1 else "act on record"),
        (found.least, "subpoenas or more" if found.least != 1 else "subpoena or more"),
        (found.governments, "governments" if found.governments != 1 else "government"),
    )
    widest = max(len(f"{many:,}") for many, _ in lines)
    for n, (many, what) in enumerate(lines):
        canvas.write(f"{many:,}".rjust(widest), 56, 290 + 72 * n, 6, FULL)
        canvas.write(what, 76 + 36 * widest, 304 + 72 * n, 3, INK)
    canvas.write("Each value with its words", 56, 548, 3, INK)
    for tile in tiles:
        _tile(canvas, tile)
    return canvas.png()


def _tile(canvas: Canvas, tile: Tile) -> None:
    x, y = LEFT + (TILE + GAP) * (tile.column - 1), TOP + (TILE + GAP) * (tile.row - 1)
    if tile.row > len(GRID.splitlines()):
        return
    canvas.box(x, y, TILE, TILE, FULL if tile.acts else FAINT)
    color = PAPER if tile.acts else INK
    canvas.write(tile.code, x + 12, y + 6 if tile.acts else y + 16, 2, color)
    if tile.acts:
        number = str(tile.acts)
        canvas.write(number, x + (TILE - 18 * len(number)) // 2 + 2, y + 23, 3, color)
