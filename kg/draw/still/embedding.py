"""The face, as much of it as a picture needs, inside the picture: it looks the same where the face isn't installed."""

from __future__ import annotations

import io
from base64 import b64encode
from collections.abc import Iterable
from itertools import groupby

from kg.draw.still.typeface import file

_FEATURES = ("kern", "ccmp", "mark", "mkmk")


def font_face(text: str) -> str:
    """The CSS that declares the face for these characters. The same characters give the same CSS."""
    font, points = _subset({ord(one) for one in text})
    ranges = ", ".join(f"U+{first:X}-{last:X}" for first, last in _ranges(points))
    source = f"url(data:font/woff;base64,{b64encode(font).decode()}) format('woff')"
    return f"@font-face {{ font-family: Arimo; font-weight: 400 700; src: {source}; unicode-range: {ranges}; }}"


def _subset(wanted: set[int]) -> tuple[bytes, list[int]]:
    """A WOFF file of those that the face has, and which they are."""
    from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    options = Options(hinting=False, layout_features=list(_FEATURES), name_IDs=[1, 2])
    options.drop_tables += ["STAT", "MVAR"]
    out = io.BytesIO()
    with TTFont(file(), recalcTimestamp=False) as font:
        points = sorted(wanted & font.getBestCmap().keys())
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=points)
        subsetter.subset(font)
        font.flavor = "woff"
        font.save(out)
    return out.getvalue(), points


def _ranges(points: Iterable[int]) -> Iterable[tuple[int, int]]:
    """The first and the last of each run of numbers."""
    for _, run in groupby(enumerate(points), key=lambda one: one[1] - one[0]):
        found = [point for _, point in run]
        yield found[0], found[-1]
