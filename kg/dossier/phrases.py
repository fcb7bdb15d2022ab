"""The dossier's own words: who says something, and how sure; none makes a fact of what somebody says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.dossier.model import Claim, Dossier, Fact, Source

_HOW: Final = {
    ("affirmed", None): "According to {voices}",
    ("possible", None): "Possible, according to {voices}",
    ("planned", None): "Planned, according to {voices}",
    ("denied", None): "Denied by {voices}",
    ("denied", "possible"): "Denied by {voices} to be possible",
    ("denied", "planned"): "Denied by {voices} to be planned",
}
NOTE: Final = (
    "A first draft, made by machine of the articles named in it. Nothing here is known beyond what they say: "
    "read each sentence where it stands before it is printed."
)
DISPUTES: Final = "In dispute"
ALONE: Final = "What rests on one voice alone"
CONNECTIONS: Final = "Connected in two steps"
TIMELINE: Final = "Timeline"
TABLE: Final = "All claims"
COLUMNS: Final = ("No.", "Claim", "Sentence", "Article", "Published", "Speaker", "Status")
UNTITLED: Final = "Untitled article"


def said(claims: Sequence[Claim]) -> str:
    """Who says what is said alike, and how sure: "Possible, according to Ito and The Post itself"."""
    first = claims[0]
    return _HOW[first.status, first.modality].format(voices=listed(list(dict.fromkeys(one.voice for one in claims))))


def lower(phrase: str) -> str:
    """A phrase of ours in the middle of a line."""
    return phrase[:1].lower() + phrase[1:]


def claimed(claim: Claim) -> str:
    """What is claimed, with how sure where that isn't plain."""
    return claim.triple if claim.status == "affirmed" else f"{status(claim).capitalize()}: {claim.triple}"


def listed(names: Sequence[str]) -> str:
    """Names in a row: "A, B and C"."""
    *rest, last = names
    return f"{', '.join(rest)} and {last}" if rest else last


def status(claim: Claim) -> str:
    return f"{claim.status} ({claim.modality})" if claim.modality else claim.status


def remarks(fact: Fact) -> str:
    """What to be careful about: "one voice alone; disputed"."""
    known = [
        "one voice alone" if fact.alone else "",
        "disputed" if fact.disputed else "",
        f"not allowed by the ontology: {listed(fact.not_allowed)}" if fact.not_allowed else "",
    ]
    return "; ".join(one for one in known if one)


def details(claim: Claim) -> list[str]:
    """What is known beside the sentence, but the article."""
    reported = f"as reported by {listed(claim.reporters)}" if claim.reporters else ""
    when = claim.when and (f"time: {claim.when} ({claim.date})" if claim.date and claim.date != claim.when else f"time: {claim.when}")
    return [one for one in (reported, f"amount: {claim.amount}" if claim.amount else "", when) if one]


def day(source: Source) -> str | None:
    """When the article was published, without the hour."""
    return source.published[:10] if source.published else None


def imprint(source: Source) -> list[str]:
    """Publisher and date of an article."""
    return [source.publisher or "publisher unknown", day(source) or "date unknown"]


def summary(dossier: Dossier) -> str:
    """How much there is: "12 claims in 2 articles, by 5 voices"."""
    if not dossier.claims:
        return "The store holds no claim of it."
    voices = {one.voice_key for one in dossier.claims}
    articles = {one.source.article for one in dossier.claims}
    return f"{_count(len(dossier.claims), 'claim')} in {_count(len(articles), 'article')}, by {_count(len(voices), 'voice')}."


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"
