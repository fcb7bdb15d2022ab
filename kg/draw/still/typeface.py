"""The face that pictures are set in: how wide text is, and how it's broken into lines.

Arimo has the widths of Arial, Helvetica and Liberation Sans, which programs use that know nothing of a face inside a picture.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

FAMILY: Final = "Arimo, Arial, 'Liberation Sans', Helvetica, sans-serif"
LINE: Final = 1.25
"""A line's height, as a multiple of the size."""

_JOINERS: Final = "\u200d\ufe0f\ufe0e"
_UNBROKEN: Final = "\u200b"
"""Ends a line whose last word goes on in the next."""
_SKIN_TONES: Final = range(0x1F3FB, 0x1F400)
_FLAGS: Final = range(0x1F1E6, 0x1F200)
_MOST_CHARACTERS: Final = 400
"""More of a text is never looked at: it wouldn't fit into any picture."""


def folder() -> Path:
    """Where the face's files are."""
    import fontpkg_arimo  # type: ignore[import-untyped]

    return Path(fontpkg_arimo.__file__).parent / "files"


def file() -> Path:
    """The upright face's file, with all weights in it."""
    return folder() / "Arimo[wght].ttf"


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The text's width on one line. What the face lacks is taken as wide as such writing usually is, or wider."""
    return size * sum(_advance(one, bold) for one in text)


def wrapped(text: str, size: float, room: float, lines: int, *, bold: bool = False, most: int = _MOST_CHARACTERS) -> tuple[str, ...]:
    """The text as at most so many lines that each fit into the room; what is left over is an ellipsis. There is at least one line."""
    found: list[str] = []
    for word in _words(text[:most], size, room, bold):
        joined = f"{found[-1]} {word}" if found else word
        if found and not found[-1].endswith(_UNBROKEN) and width(joined, size, bold=bold) <= room:
            found[-1] = joined
        else:
            found.append(word)
    kept = found[:lines] or [""]
    if len(found) > lines:
        kept[-1] = _cut(f"{kept[-1]} {found[lines]}".replace(f"{_UNBROKEN} ", ""), size, room, bold)
    elif len(text) > most:
        kept[-1] = _cut(kept[-1], size, room, bold)
    return tuple(line.rstrip(_UNBROKEN) for line in kept)


def shortened(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text on one line that fits into the room, what is left over an ellipsis."""
    return wrapped(text, size, room, 1, bold=bold)[0]


def directed(text: str) -> str:
    """The text so that it's read from right to left where the first of its letters that has a direction is of such a writing."""
    directions = (unicodedata.bidirectional(one) for one in text)
    first = next((one for one in directions if one in ("L", "R", "AL")), "L")
    return text if first == "L" else f"\u2067{text}\u2069"


def isolated(text: str) -> str:
    """The text so that it keeps the order of what stands around it in a line."""
    return f"\u2068{text}\u2069" if any(unicodedata.bidirectional(one) in ("R", "AL") for one in text) else text


def clusters(text: str) -> Iterator[str]:
    """What a reader takes for characters: no accent, flag or joined emoji is cut in two."""
    cluster = ""
    for one in text:
        if cluster and _continues(cluster, one):
            cluster += one
        else:
            if cluster:
                yield cluster
            cluster = one
    if cluster:
        yield cluster


def _continues(cluster: str, one: str) -> bool:
    if unicodedata.category(one).startswith("M") or one in _JOINERS or ord(one) in _SKIN_TONES or cluster.endswith("\u200d"):
        return True
    return ord(one) in _FLAGS and len(cluster) % 2 == 1 and all(ord(each) in _FLAGS for each in cluster)


def _words(text: str, size: float, room: float, bold: bool) -> Iterator[str]:
    """The words; one that is wider than the room comes in parts, all but the last of which end in `_UNBROKEN`."""
    for word in text.split():
        if width(word, size, bold=bold) <= room:
            yield word
            continue
        part = ""
        for cluster in clusters(word):
            if part and width(part + cluster, size, bold=bold) > room:
                yield f"{part}{_UNBROKEN}"
                part = ""
            part += cluster
        yield part


def _cut(line: str, size: float, room: float, bold: bool) -> str:
    kept = ""
    for cluster in clusters(line):
        if width(f"{kept}{cluster}…", size, bold=bold) > room:
            break
        kept += cluster
    return f"{kept.rstrip()}…"


@lru_cache(maxsize=10_000)
def _advance(character: str, bold: bool) -> float:
    """A character's width at size 1."""
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf") or character in _JOINERS:
        return 0
    known = _advances(bold).get(ord(character))
    if known is not None:
        return known
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return 1.3 if category == "So" else 0.75


@cache
def _advances(bold: bool) -> Mapping[int, float]:
    """Code point → width at size 1."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(file(), lazy=True) as font:
        glyphs: Any = font.getGlyphSet(location={"wght": 700 if bold else 400})
        unit = font["head"].unitsPerEm
        return {point: glyphs[name].width / unit for point, name in font.getBestCmap().items()}


def widest(lines: Iterable[str], size: float, *, bold: bool = False) -> float:
    """The width of the widest line."""
    return max((width(line, size, bold=bold) for line in lines), default=0)
