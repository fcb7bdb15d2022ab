"""Denials that only point back: "Pell denied the allegation", "he said that wasn't true" deny what was just said."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.language.annotations import Attribution, read
from kg.language.lexicon import DENY, LIES, NEGATIONS
from kg.language.speeches import Speeches
from kg.language.tokens import Doc, Token

_PRONOUNS = frozenset({"it", "that", "this", "them", "which"})
_CLAIMS = frozenset("accusation account allegation assertion charge claim insinuation report rumor rumour story suggestion".split())
_KNOWN = frozenset({"the", "that", "this", "those", "these", "such", "any", "both", "all"})
_DISMISSES = frozenset({"dismiss"})
_TRUE = frozenset("true so case accurate correct right view position recollection intention meaning".split())
_FALSE = LIES | frozenset("false untrue wrong incorrect inaccurate nonsense rubbish baseless unfounded groundless".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def denials(doc: Doc) -> Iterator[Attribution]:
    """The attributions in which somebody denies what was said before them, without saying it again."""
    for one in read(doc, Attribution):
        if one.source is not None and one.claims and (_denies_claim(doc, one) or _says_untrue(doc, one)):
            yield one


def answered(doc: Doc, denial: Attribution, said: Collection[int], speeches: Speeches) -> set[int]:
    """Which of the predicates by which others said something a denial points back to: those of its sentence, else of the last one. Of "a
    report alleges that she said that he left" it denies that she said so."""
    sentence = doc[denial.cue_start].sent
    before = doc[sentence.start - 1].sent if sentence.start else sentence
    for near in (sentence, before):
        meant = {i: len(speeches.around(i)) for i in said if near.start <= i < min(near.end, denial.cue_start)}
        if meant:
            return {i for i, depth in meant.items() if depth == min(meant.values())}
    return set()


def _denies_claim(doc: Doc, one: Attribution) -> bool:
    """ "Denied it", "dismisses those reports as nonsense": the verb's object only points back."""
    verb = doc[one.cue_start]
    lemma = verb.lemma_.lower()
    if lemma not in DENY | _DISMISSES:
        return False
    named = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    if named is None:
        return False
    return (named.lower_ in _PRONOUNS and lemma in DENY - {"reject"}) or _is_claim(named)


def _says_untrue(doc: Doc, one: Attribution) -> bool:
    """ "Said that was not true", "said the claim was false"."""
    verb = doc.root(one.content_start, one.content_end)
    if verb.lemma_ != "be" or any(c.dep_ in {"ccomp", "csubj", "acl", "advcl"} for c in verb.children):
        return False
    about = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    judged = next((c for c in verb.rights if c.dep_ in {"attr", "acomp"}), None)
    if about is None or judged is None or any(c.dep_ in {"ccomp", "xcomp", "acl", "relcl"} for c in judged.rights):
        return False
    denied = any(c.lower_ in NEGATIONS for c in verb.children)
    unsaid = about.lower_ in _PRONOUNS or _is_claim(about)
    return unsaid and judged.lemma_.lower() in (_TRUE if denied else _FALSE)


def _is_claim(noun: Token) -> bool:
    """Whether a noun means words that are known already: "the report", but not "a report" and not "the report that X left"."""
    known = any(c.lower_ in _KNOWN for c in noun.lefts)
    return noun.lemma_.lower() in _CLAIMS and known and not any(c.dep_ in {"prep", "acl", "relcl", "appos"} for c in noun.rights)
