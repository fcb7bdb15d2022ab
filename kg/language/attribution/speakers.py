"""Who speaks a quotation: the cue whose content it is, a verb of saying beside it or before a colon, else who spoke just before."""

from __future__ import annotations

from bisect import bisect_left

from kg.language.attribution.complements import Range
from kg.language.attribution.draft import Draft, draft, single
from kg.language.attribution.sources import adjacent, subject
from kg.language.attribution.words import SPEAK, lemma_of
from kg.language.tokens import Doc, Token

_NEAR = 60  # tokens between a quotation and its cue
_BESIDE = 25  # tokens between a quotation and a verb of saying that the parser didn't join to it
_BEHIND = 6  # tokens behind a quotation where its cue stands even if the parser starts a sentence there
_GOES_ON = 80  # tokens between a quotation and the one that it continues
_SPOKEN = frozenset({"speech", "thought"})
_SHORT = 3  # tokens; so few may be a word that the article only sets off


def give(doc: Doc, quotes: list[Range], drafts: list[Draft]) -> list[Draft]:
    """Give each quotation to its cue's content, as a piece of it; hands back the drafts that this makes new."""
    known = sorted(drafts, key=lambda d: d.cue)
    cues = [d.cue[0] for d in known]
    made: list[Draft] = []
    last: Draft | None = None
    last_end = -1
    for start, end in quotes:
        near = known[bisect_left(cues, start - _NEAR) : bisect_left(cues, end + _NEAR)]
        owner = _owner(start, end, near)
        if owner is None:
            owner = _beside(doc, start, end, near)
            if owner is not None and owner not in near:
                made.append(owner)
        if owner is None and last is not None and _continues(doc, last_end, start):
            owner = last
            if owner.stance not in _SPOKEN:
                owner = Draft(last.source, last.mention, last.cue, [(start, end)])
                made.append(owner)
        if owner is None:
            continue
        owner.pieces.append((start, end))
        if end - start > _SHORT and owner.source is not None:
            last, last_end = owner, end
    return made


def _owner(start: int, end: int, near: list[Draft]) -> Draft | None:
    """The nearest cue outside the quotation whose content meets it."""
    found = [d for d in near if d.source is not None and not start <= d.cue[0] < end and d.overlaps(start, end)]
    found = [d for d in found if not _speaks_inside(d, start, end)]
    return min(found, key=lambda d: (d.stance == "attitude", _distance(d, start, end)), default=None)


def _speaks_inside(one: Draft, start: int, end: int) -> bool:
    """Whether the parser found a cue's speaker within the quotation, which can't be."""
    return not start <= one.cue[0] < end and start <= one.mention[0] < end


def _distance(one: Draft, start: int, end: int) -> int:
    return start - one.cue[0] if one.cue[0] < start else one.cue[0] - end


def _beside(doc: Doc, start: int, end: int, near: list[Draft]) -> Draft | None:
    """A verb of saying that nothing joins to the quotation but its place: before it or after it in the sentence, or right behind it."""
    opens = 0 if _after_colon(doc, start) else doc[start].sent.start
    before = range(start - 1, max(opens, start - _BESIDE) - 1, -1)
    after = range(end, min(max(doc[end - 1].sent.end, end + _BEHIND), end + _BESIDE, len(doc)))
    introduced = start > 1 and (doc[start - 2].text in {",", ":"} or doc[start - 2].lemma_.lower() in SPEAK)
    for places in (before, after) if introduced else (after, before):
        for i in places:
            token = doc[i]
            if token.pos_ == "VERB" and lemma_of(token) in SPEAK:
                return _by(token, start, end, near)
    return None


def _by(verb: Token, start: int, end: int, near: list[Draft]) -> Draft | None:
    """The quotation's draft, given the verb of saying beside it; one in the next sentence that brings in words of its own isn't its cue."""
    known = next((d for d in near if d.cue[0] == verb.i), None)
    if known is None:
        return _new(verb, start, end)
    if _speaks_inside(known, start, end):
        found = adjacent(verb, start, end)
        if found is None:
            return None
        known.source, known.mention = found
    return known if verb.i < verb.doc[end - 1].sent.end else None


def _after_colon(doc: Doc, start: int) -> bool:
    """Whether a colon introduces the quotation, perhaps from the paragraph before."""
    i = start - 2
    while i >= 0 and doc[i].is_space:
        i -= 1
    return i >= 0 and doc[i].text == ":"


def _new(verb: Token, start: int, end: int) -> Draft | None:
    found = adjacent(verb, start, end)
    if found is not None:
        return Draft(found[0], found[1], single(verb), [(start, end)])
    source = subject(verb)
    if source is None or start <= source[1].i < end:
        return None
    return draft(source, single(verb), [(start, end)])


def _continues(doc: Doc, last_end: int, start: int) -> bool:
    """Whether a quotation goes on with the speech before it: it opens its sentence, and at most one sentence lies between."""
    if last_end < 0 or start - last_end > _GOES_ON:
        return False
    sentence = doc[start].sent
    opens = all(not doc[i].is_alpha for i in range(max(sentence.start, start - 5), start))
    between = [i for i in range(last_end, start) if doc[i].is_sent_start]
    return opens and len(between) <= 2
