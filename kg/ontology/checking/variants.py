"""Other sentences that say what an example says: with new fillers, in another tense, in the other voice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from kg.language.tokens import Doc, Span, Token
from kg.language.values import similar
from kg.ontology.examples import FURTHER, OBJECT, SUBJECT, Example, Slot

Kind = Literal["fillers", "tense", "voice"]
KINDS: Final[tuple[Kind, ...]] = ("fillers", "tense", "voice")

_NAMES: Final = {SUBJECT: "Velmar Holdings", OBJECT: "Ines Calloway", FURTHER: "Ostrand Partners"}
_PHRASES: Final = {SUBJECT: "the newcomer", OBJECT: "the rival", FURTHER: "the agent"}
FRAME: Final = "Everybody knows {}."
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSES: Final = frozenset({"ccomp", "xcomp", "advcl"})
_DETERMINERS: Final = ("the ", "a ", "an ", "its ", "his ", "her ", "their ")


@dataclass(frozen=True, slots=True)
class Variant:
    """A sentence, and the ranges of its arguments in the order of the example's brackets."""

    kind: Kind
    text: str
    ranges: tuple[tuple[int, int], ...]


def refilled(example: Example, datatype: str | None) -> Variant:
    """The example with new words in the brackets, as a sentence. What isn't a name or a phrase like "the vendor", or has to be there,
    stays: an adjective ("presidential"), a plural, a noun marked with `*`; of a literal (`datatype`) the figures are others."""
    fillers = tuple(_filler(slot, datatype) for slot in example.slots)
    text, ranges = example.filled(fillers)
    ranges = ranges[: len(fillers)]
    if example.is_sentence:
        return Variant("fillers", text[0].upper() + text[1:], ranges)
    offset = FRAME.index("{}")
    return Variant("fillers", FRAME.format(text), tuple((start + offset, end + offset) for start, end in ranges))


def _filler(slot: Slot, datatype: str | None) -> str:
    if slot.role == OBJECT and datatype is not None:
        return similar(slot.words, 1)
    if slot.lexical or slot.classes:  # a demanded class may be of those that no such word has
        return slot.words
    if slot.words.lower().startswith(_DETERMINERS) and not slot.words.endswith("s"):
        return _PHRASES[slot.role]
    return _NAMES[slot.role] if slot.words.istitle() else slot.words


def varied(variant: Variant, doc: Doc, participle: Callable[[str, str | None], str]) -> Iterator[Variant]:
    """The sentence in another tense and in the other voice, as far as its parse tells how; nothing where it doesn't."""
    words = [doc.text[start:end] for start, end in variant.ranges]
    sentence = doc.sents[0] if doc.sents else None
    if sentence is None or len(doc.sents) > 1:
        return
    verb = sentence.root
    if verb.tag_ in _FINITE and verb.lemma_ != "be" and not _has(verb, "aux", "auxpass", "neg"):
        past = participle(verb.lemma_, verb.lower_ if verb.tag_ == "VBD" else None)
        yield from _located("tense", f"{doc.text[: verb.idx]}had {past}{doc.text[verb.idx + len(verb) :]}", words)
        yield from _located("voice", _passive(doc, verb, past), words)
    elif verb.tag_ == "VBN" and _has(verb, "auxpass"):
        yield from _located("voice", _active(doc, verb), words)


def _has(verb: Token, *dependencies: str) -> bool:
    return any(child.dep_ in dependencies for child in verb.children)


def _located(kind: Kind, text: str | None, words: list[str]) -> Iterator[Variant]:
    """The variant, where all of the arguments' words are in it."""
    starts = [text.lower().find(one.lower()) for one in words] if text is not None else [-1]
    if text is not None and -1 not in starts and len(set(starts)) == len(starts):
        yield Variant(kind, text, tuple((start, start + len(one)) for start, one in zip(starts, words, strict=True)))


def _passive(doc: Doc, verb: Token, past: str) -> str | None:
    """ "[A] hired [B] for it." → "[B] was hired for it by [A]." """
    subject, obj = (next((c for c in verb.children if c.dep_ == name), None) for name in ("nsubj", "dobj"))
    if subject is None or obj is None or subject.pos_ == "PRON" or obj.pos_ == "PRON":
        return None
    particle = next((c for c in verb.rights if c.dep_ == "prt" and c.i == verb.i + 1), None)
    last = particle or verb
    if subject.left_edge.i != 0 or subject.right_edge.i != verb.i - 1 or obj.left_edge.i != last.i + 1:
        return None
    end = _end_of(obj)
    rest, by = _rest(doc, end), f" by {_small(doc, 0, verb.i)}"
    if "," in rest or " by " in rest:
        return None
    done = f"{'were' if obj.tag_ in {'NNS', 'NNPS'} else 'was'} {past}{' ' + particle.text if particle is not None else ''}"
    after = by + rest if any(c.dep_ in _CLAUSES for c in verb.rights) else rest + by
    return f"{_capital(doc.words(obj.left_edge.i, end))} {done}{after}."


def _active(doc: Doc, verb: Token) -> str | None:
    """ "[B] was hired by [A] for it." → "[A] had hired [B] for it." """
    subject, be, by = (next((c for c in verb.children if c.dep_ == name), None) for name in ("nsubjpass", "auxpass", "agent"))
    agent = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    if subject is None or be is None or by is None or agent is None or subject.left_edge.i != 0 or be.i != subject.right_edge.i + 1:
        return None
    if be.i != verb.i - 1 or agent.left_edge.i != by.i + 1 or subject.pos_ == "PRON" or agent.pos_ == "PRON":
        return None
    between = doc.words(verb.i + 1, by.i)
    end = _end_of(agent)
    middle = f" {between}" if between else ""
    return f"{_capital(doc.words(agent.left_edge.i, end))} had {verb.text} {_small(doc, 0, be.i)}{middle}{_rest(doc, end)}."


def _end_of(noun: Token) -> int:
    """The end of a noun with what belongs to it before it and, where it is no name, "of …" after it."""
    after = [c for c in noun.rights if c.dep_ == "prep" and c.lower_ == "of" and c.i == noun.i + 1 and noun.pos_ != "PROPN"]
    return after[0].right_edge.i + 1 if after else noun.i + 1


def _rest(doc: Doc, start: int) -> str:
    """What stands after a token and before the sentence's last mark, with a space before it."""
    end = len(doc) - 1 if doc[-1].is_punct else len(doc)
    return f" {doc.words(start, end)}" if start < end else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _small(doc: Doc, start: int, end: int) -> str:
    """A phrase as it is written within a sentence."""
    words = Span(doc, start, end).text
    return words if doc[start].pos_ == "PROPN" else words[:1].lower() + words[1:]
