"""A still picture as a file: SVG as it is, PNG and PDF made from it by Typst, which asks for nothing from outside."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.draw.still.geometry import Size
from kg.draw.still.typeface import folder
from kg.errors import UsageError
from kg.files import replace

if TYPE_CHECKING:
    from typing import Literal

SUFFIXES: Final = (".svg", ".png", ".pdf")
PIXELS_PER_INCH: Final = 96
"""What a pixel of CSS is."""
_UNITS: Final = {"px": 1.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "pt": 96 / 72}
_SHEETS: Final = {"a3": "420x297mm", "a4": "297x210mm", "a5": "210x148mm", "letter": "11x8.5in", "tabloid": "17x11in"}
_SIZE: Final = re.compile(r"([0-9]+(?:\.[0-9]+)?)x([0-9]+(?:\.[0-9]+)?)(px|mm|cm|in|pt)?")
_PRINT: Final = 300
_SHARP: Final = 192
_MOST_PIXELS: Final = 60_000_000
_LONGEST_SIDE: Final = 20_000
_DOCUMENT: Final = """
#set document(title: sys.inputs.title, date: none)
#set page(width: auto, height: auto, margin: 0pt)
#set text(lang: "en")
#image(bytes(sys.inputs.svg), format: "svg", alt: sys.inputs.title)
"""
_TITLE: Final = re.compile("<title>(.*?)</title>", re.DOTALL)
_SHOWN: Final = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')


def suffix_of(out: str) -> str:
    """The file's suffix in small letters. Raises UsageError for one that is none of a picture's."""
    suffix = Path(out).suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError(f"A picture is drawn as .svg, .png or .pdf, not as {suffix or 'a file without suffix'}: name such a file.")
    return suffix


def size_of(text: str) -> Size:
    """A size ("1200x800", "180x120mm", "a4", "a4 portrait") in pixels of CSS. Raises UsageError where it's none."""
    name, _, turned = text.strip().lower().partition(" ")
    found = _SIZE.fullmatch(_SHEETS.get(name, name))
    if found is None or turned not in ("", "portrait", "landscape") or (turned and name not in _SHEETS):
        raise UsageError(f"{text!r} is no size: give one such as 1200x800 (pixels), 180x120mm, a4 or 'a4 portrait'.")
    unit = _UNITS[found[3] or "px"]
    sides = Size(float(found[1]) * unit, float(found[2]) * unit)
    if not all(16 <= side <= _LONGEST_SIDE for side in sides):
        raise UsageError(f"{text!r} is no size for a picture: each side has 16 to {_LONGEST_SIDE:,} pixels.")
    return Size(sides.height, sides.width) if turned == "portrait" else sides


def resolution_of(text: str | None) -> int:
    """How many pixels an inch has in a PNG: as many as CSS says where the size was given in pixels, else as print wants them."""
    if text is None:
        return _SHARP
    found = _SIZE.fullmatch(text.strip().lower())
    return PIXELS_PER_INCH if found and found[3] in (None, "px") else _PRINT


def save(svg: str, out: Path, resolution: int = _SHARP) -> None:
    """Write the picture in the format of the file's suffix.

    Raises UsageError for another suffix, KgError where the file can't be written or what draws isn't installed.
    """
    suffix = suffix_of(str(out))
    replace(out, svg if suffix == ".svg" else png(svg, resolution) if suffix == ".png" else pdf(svg))


def png(svg: str, resolution: int = _SHARP) -> bytes:
    """The picture in pixels, so many an inch; fewer where that would be more than memory should hold. Raises KgError."""
    shown = _SHOWN.search(svg)
    area = float(shown[1]) * float(shown[2]) if shown else 1.0
    most = PIXELS_PER_INCH * (_MOST_PIXELS / area) ** 0.5
    return _compiled(svg, "png", min(resolution, most))


def pdf(svg: str) -> bytes:
    """The picture as one page of its own size, in which text stays text. The same picture gives the same bytes. Raises KgError."""
    return _compiled(svg, "pdf", None)


def _compiled(svg: str, kind: Literal["png", "pdf"], resolution: float | None) -> bytes:
    import typst

    fonts = typst.Fonts(include_embedded_fonts=False, font_paths=[folder()])
    title = _TITLE.search(svg)
    # Typst finds no other font for a text in which it takes two characters for one, as it does with those that choose an emoji's variant.
    inputs = {"svg": svg.replace("\ufe0f", ""), "title": unescape(title[1]) if title else ""}
    made = typst.Compiler(font_paths=fonts, sys_inputs=inputs).compile(_DOCUMENT.encode(), format=kind, ppi=resolution, timestamp=0)
    assert isinstance(made, bytes)
    return made
