"""What a picture says of its arrows and of where it comes from, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kg.draw.graph import Amount, Arrow, ArticleData, DerivedArrow, Graph, When
from kg.draw.still.typeface import isolated
from kg.terminal import printable

DERIVED: Final = "derived"
STATUSES: Final = {
    "affirmed": "affirmed",
    "possible": "possible: left open",
    "planned": "planned: said to be coming",
    "denied": "denied",
    DERIVED: "derived from other arrows",
}
"""What an arrow can be, in the order of the legend, and how that says it."""
_DENIED: Final = {"possible": "denied as impossible", "planned": "denied for the future"}
_MIXED: Final = "denied in different ways"
"""Of denials some of which deny a fact, and others only that it is possible or planned."""
_MONTHS: Final = "January February March April May June July August September October November December".split()
_MOST_SPEAKERS: Final = 2
_MOST_ARTICLES: Final = 6
_MOST_VOICES: Final = 12
_LONGEST: Final = 90
"""Characters of a name or title in the list of sources."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An arrow as a picture shows it: from whom to whom (nodes' ids), its status or "derived", what it's called, what stands below that
    (who says so, how much, when; and what speaks against it), how many voices are behind it, and all of it in a sentence."""

    subject: str
    object: str
    status: str
    label: str
    notes: tuple[str, ...]
    warnings: tuple[str, ...]
    voices: int
    allowed: bool
    told: str


def drawn(graph: Graph) -> list[Drawn]:
    """All arrows of the graph, the derived ones last."""
    names = {node["id"]: printable(node["label"]) for node in graph["nodes"]}
    texts = {article["id"]: article["text"] for article in graph["articles"]}
    found = [_drawn(arrow, names, _evidence(arrow, texts)) for arrow in graph["arrows"]]
    return found + [_derived(arrow, names) for arrow in graph["derived"]]


def sources(graph: Graph) -> list[str]:
    """The paragraphs that say what articles the arrows rest on, and whose the claims are that aren't the articles' own."""
    articles = graph["articles"]
    names = {node["id"]: printable(node["label"]) for node in graph["nodes"]}
    speakers = (one["speaker"] for arrow in graph["arrows"] for one in arrow["statements"])
    voices = sorted({isolated(_short(names[one])) for one in speakers if one is not None})
    found = []
    if articles:
        cited = _listed([_cited(one) for one in articles], _MOST_ARTICLES, "other article", "other articles")
        found.append(f"{'Source' if len(articles) == 1 else 'Sources'}: {cited}.")
    if voices:
        found.append(f"What is attributed is claimed by {_listed(voices, _MOST_VOICES, 'other', 'others')}.")
    return found


def counted(number: int, one: str, many: str) -> str:
    """The number with its noun."""
    return f"{number:,} {one if number == 1 else many}"


def _drawn(arrow: Arrow, names: Mapping[str, str], evidence: str) -> Drawn:
    statements = arrow["statements"]
    given = [_only(one["amount"] for one in statements), _only(one["when"] for one in statements)]
    notes = tuple(one for one in (_standing(arrow, names), " · ".join(one for one in given if one)) if one)
    warnings = (*(("disputed",) if arrow["disputed"] else ()), *(("not allowed by the ontology",) if arrow["violates"] else ()))
    return Drawn(
        subject=arrow["subject"],
        object=arrow["object"],
        status=arrow["status"],
        label=printable(arrow["label"]),
        notes=notes,
        warnings=warnings,
        voices=arrow["voices"],
        allowed=not arrow["violates"],
        told=_told(names, arrow, [arrow["status"], *notes, *warnings], evidence),
    )


def _derived(arrow: DerivedArrow, names: Mapping[str, str]) -> Drawn:
    cautions = (f"rests on what is {' and '.join(printable(one) for one in arrow['cautions'])}",) if arrow["cautions"] else ()
    notes = [f"derived from {counted(len(arrow['premises']), 'statement', 'statements')}", *cautions]
    return Drawn(
        subject=arrow["subject"],
        object=arrow["object"],
        status=DERIVED,
        label=printable(arrow["label"]),
        notes=(),
        warnings=cautions,
        voices=1,
        allowed=True,
        told=_told(names, arrow, notes, ""),
    )


def _told(names: Mapping[str, str], arrow: Arrow | DerivedArrow, notes: Sequence[str], evidence: str) -> str:
    said = f"{names[arrow['subject']]} – {printable(arrow['label'])} – {names[arrow['object']]} ({'; '.join(notes)})"
    return f"{said}: {evidence}" if evidence else said


def _evidence(arrow: Arrow, texts: Mapping[str, str | None]) -> str:
    """The sentence of the first statement."""
    first = arrow["statements"][0]
    text = texts.get(first["article"] or "")
    return printable(first["quote"] or "" if text is None else text[first["sentence_start"] : first["sentence_end"]])


def _standing(arrow: Arrow, names: Mapping[str, str]) -> str:
    """How sure it is and who says so: nothing where articles affirm it themselves."""
    status, statements = arrow["status"], arrow["statements"]
    kinds = {one["modality"] or "" for one in statements}
    words = status if status != "denied" else _DENIED.get(kinds.pop(), status) if len(kinds) == 1 else _MIXED
    speakers = list(dict.fromkeys(names[one["speaker"]] for one in statements if one["speaker"] is not None))
    if any(one["speaker"] is None for one in statements):
        return "" if status == "affirmed" else words
    shown = " and ".join(isolated(one) for one in speakers[:_MOST_SPEAKERS])
    if len(speakers) > _MOST_SPEAKERS:
        shown = f"{isolated(speakers[0])} and {len(speakers) - 1} others"
    if status == "denied":
        return f"{words} by {shown}"
    return f"according to {shown}" if status == "affirmed" else f"{words}, according to {shown}"


def _only(values: Iterable[Amount | When | None]) -> str:
    """The article's words for an amount or a time, where all statements that give one give the same."""
    words = {printable(one["words"]) for one in values if one is not None}
    return words.pop() if len(words) == 1 else ""


def _listed(parts: Sequence[str], most: int, one: str, many: str) -> str:
    left = len(parts) - most
    return "; ".join([*parts[:most], *([f"and {counted(left, one, many)}"] if left > 0 else [])])


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _cited(article: ArticleData) -> str:
    title, publisher = (isolated(_short(printable(one or ""))) for one in (article["title"], article["publisher"]))
    parts = [f"“{title}”" if title else "", publisher, _short(_day(printable(article["published"] or "")))]
    return ", ".join(part for part in parts if part) or "an article without a title"


def _day(text: str) -> str:
    """The day of an ISO date in words; what is none stays as it is."""
    try:
        day = date.fromisoformat(text.partition("T")[0])
    except ValueError:
        return text
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
