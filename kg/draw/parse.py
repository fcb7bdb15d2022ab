"""The parse of a text as a picture (spaCy's displaCy), with the words marked that statements rest on. The picture needs nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from html import escape
from itertools import accumulate
from pathlib import Path
from typing import Any, Final

from spacy.displacy.render import DependencyRenderer

from kg.errors import UsageError
from kg.files import replace
from kg.language.tokens import Span
from kg.ontology.trying.trial import Mark, Trial
from kg.terminal import printable

COLOURS: Final = {"trigger": "#7a1fa2", "subject": "#0b6b3a", "object": "#b3500b"}
_PLAIN: Final = "#444444"
_OPTIONS: Final[dict[str, Any]] = {"compact": True, "distance": 130, "bg": "#ffffff", "font": "Arial, sans-serif"}
_LINE: Final = 18  # pixels between the lines under a word
_MOST: Final = 3  # marks under one word
_PAGE: Final = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Parse</title></head>
<body style="margin: 1rem; font-family: Arial, sans-serif"><p>{legend}</p>
{pictures}
</body></html>
"""


class _Renderer(DependencyRenderer):
    """displaCy's, with coloured words and, under each, what it is in a statement."""

    def __init__(self, marks: Mapping[int, list[Mark]]) -> None:
        super().__init__(options=_OPTIONS)
        self.marks = marks

    def render_word(self, text: str, tag: str, lemma: str | None, i: int) -> str:
        x, y = self.offset_x + i * self.distance, self.offset_y + self.word_spacing
        marks = self.marks.get(i, [])[:_MOST]
        colour = COLOURS[marks[0].part] if marks else _PLAIN
        weight = "bold" if marks else "normal"
        lines = [f'<tspan x="{x}" fill="{colour}" font-weight="{weight}">{escape(text)}</tspan>']
        lines += [f'<tspan x="{x}" dy="{_LINE}" fill="{_PLAIN}" font-size="11">{escape(tag)}</tspan>']
        lines += [f'<tspan x="{x}" dy="{_LINE}" fill="{COLOURS[one.part]}" font-size="11">{escape(_said(one))}</tspan>' for one in marks]
        return f'<text text-anchor="middle" y="{y}">{"".join(lines)}</text>\n'

    def picture(self, name: str, sentence: Span) -> tuple[str, float, float]:
        """The sentence's SVG, its width and its height."""
        words = [{"text": printable(token.text), "tag": token.pos_} for token in sentence]
        svg = self.render_svg(name, words, list(_arcs(sentence)))
        return svg.strip(), self.width, self.height


def save_parse(trial: Trial, out: Path) -> None:
    """Write the picture, as `.svg` or as an `.html` page. Raises UsageError for another suffix."""
    kind = out.suffix.lower()
    if kind not in {".svg", ".html"}:
        raise UsageError(f"A parse is drawn as .svg or .html, not as {out.suffix or 'a file without suffix'}: name such a file.")
    replace(out, svg(trial) if kind == ".svg" else page(trial))


def page(trial: Trial) -> str:
    """An HTML page with a picture of each sentence."""
    legend = " · ".join(f'<b style="color: {colour}">{part}</b>' for part, colour in COLOURS.items())
    return _PAGE.format(legend=legend, pictures="\n".join(f"<div>{one}</div>" for one, _, _ in _pictures(trial)))


def svg(trial: Trial) -> str:
    """One SVG, the sentences' pictures one below the other."""
    drawn = _pictures(trial)
    tops = [0.0, *accumulate(height for _, _, height in drawn)]
    inner = "\n".join(f'<g transform="translate(0 {top:g})">{one}</g>' for top, (one, _, _) in zip(tops, drawn, strict=False))
    width = max((one for _, one, _ in drawn), default=0)
    xlink = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'<svg {xlink} width="{width:g}" height="{tops[-1]:g}">\n{inner}\n</svg>\n'


def _pictures(trial: Trial) -> list[tuple[str, float, float]]:
    return [
        _Renderer(_marks(trial.marks, sentence)).picture(f"sentence-{number}", sentence) for number, sentence in enumerate(trial.doc.sents)
    ]


def _marks(marks: Iterable[Mark], sentence: Span) -> dict[int, list[Mark]]:
    """The marks by their words' numbers in the sentence."""
    found: dict[int, list[Mark]] = defaultdict(list)
    numbers = {token.idx: number for number, token in enumerate(sentence)}
    for mark in dict.fromkeys(marks):
        if mark.start in numbers:
            found[numbers[mark.start]].append(mark)
    return found


def _said(mark: Mark) -> str:
    return printable(mark.relation if mark.part == "trigger" else f"{mark.part} of {mark.relation}")


def _arcs(sentence: Span) -> Iterable[dict[str, Any]]:
    first = sentence.start
    for token in sentence:
        if token.head is not token and first <= token.head.i < sentence.end:
            start, end = sorted((token.i - first, token.head.i - first))
            direction = "left" if token.i < token.head.i else "right"
            yield {"start": start, "end": end, "label": escape(token.dep_), "dir": direction}
