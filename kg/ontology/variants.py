"""An example said in several ways, since one parse can't be trusted: other words in its brackets, other sentences around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.language.values import similar
from kg.ontology.examples import OBJECT, Example, Slot

_NAMES = (("Marlow", "Tarnby", "Kessel"), ("Dana Whitlock", "Norvale Group", "Halden Foods"))
_NOUNS = ("the group", "the man", "the firm")
_MORE = (
    ("Tessa Brandt", "Halden Foods", "Norvale Group"),
    ("Norvale Group", "Dana Whitlock", "Marlow"),
    ("the woman", "the company", "the man"),
)
_PRONOUNS = {"subject": "they", "object": "them"}
_FRAMES = ("Yesterday {} made the news.", "The story mentioned {}.")
_MORE_FRAMES = ("{}, spoke first.", "Everyone knows {}.")
_APPOSITION = re.compile(r"^, (?=(?:the|a|an)\b)")


@dataclass(frozen=True, slots=True)
class Variant:
    """A text to parse, where its brackets' words and then its words of classes stand in it, and where the example does."""

    text: str
    ranges: tuple[tuple[int, int], ...]
    start: int
    end: int


def variants(example: Example, datatype: str | None) -> Iterator[Variant]:
    """The example with its own words, with names, with nouns and with pronouns; a noun phrase in two frames."""
    own = tuple(slot.words for slot in example.slots)
    choices = [own]
    if _is_free(example):
        choices += [*(names[: len(own)] for names in _NAMES), _NOUNS[: len(own)]]
        if example.is_sentence:
            choices.append(tuple(_pronoun(example, slot) for slot in example.slots))
    yield from _filled(example, choices, datatype, _FRAMES)


def further(example: Example, datatype: str | None) -> Iterator[Variant]:
    """More of them, for an example of which too few parses agree: an apposition also as what somebody is."""
    own = tuple(slot.words for slot in example.slots)
    choices = [own, *(names[: len(own)] for names in _MORE)] if _is_free(example) else [own]
    yield from _filled(example, choices if not example.is_sentence else choices[1:], datatype, _MORE_FRAMES)
    for fillers in choices if not example.is_sentence else ():
        yield from _as_predicate(example, fillers)


def _is_free(example: Example) -> bool:
    return not any(slot.classes or slot.lexical for slot in example.slots)


def _filled(example: Example, choices: Iterable[tuple[str, ...]], datatype: str | None, frames: Iterable[str]) -> Iterator[Variant]:
    if datatype is not None:
        choices = [_with_values(example, fillers, n) for n, fillers in enumerate(choices)]
    for fillers in dict.fromkeys(choices):
        text, ranges = example.filled(fillers)
        if example.is_sentence:
            yield Variant(text[0].upper() + text[1:], ranges, 0, len(text))
        else:
            for frame in frames:
                yield _framed(frame, text, ranges)


def _framed(frame: str, text: str, ranges: tuple[tuple[int, int], ...]) -> Variant:
    offset = frame.index("{}")
    framed = frame.format(text)
    return Variant(framed[0].upper() + framed[1:], _moved(ranges, offset), offset, offset + len(text))


def _as_predicate(example: Example, fillers: tuple[str, ...]) -> Iterator[Variant]:
    """ "[X], the maker of [Y]" as "X is the maker of Y.": the copula says no more than the comma."""
    text, ranges = example.filled(fillers)
    comma = ranges[0][1]
    if ranges[0][0] == 0 and _APPOSITION.match(text[comma:]):
        said = f"{text[:comma]} is{text[comma + 1 :]}."
        yield Variant(said[0].upper() + said[1:], (ranges[0], *_moved(ranges[1:], len(" is") - len(","))), 0, len(said))


def _moved(ranges: tuple[tuple[int, int], ...], by: int) -> tuple[tuple[int, int], ...]:
    return tuple((start + by, end + by) for start, end in ranges)


def _with_values(example: Example, fillers: tuple[str, ...], n: int) -> tuple[str, ...]:
    """The fillers with the object's own words in its place, from the second on with other figures in them."""
    return tuple(
        (similar(slot.words, n) if n else slot.words) if slot.role == OBJECT else words
        for slot, words in zip(example.slots, fillers, strict=True)
    )


def _pronoun(example: Example, slot: Slot) -> str:
    if example.text[slot.end : slot.end + 2] in {"'s", "’s"}:
        return slot.words
    return _PRONOUNS["subject" if slot.start == 0 else "object"]
