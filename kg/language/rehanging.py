"""What the parser hangs wrongly by habit, hung where it belongs before anything reads it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.language import appositions, attaching, hyphens, misread, participles
from kg.language.mending import PASTS

_COMMON = frozenset({"NN", "NNS"})
_VERBS = frozenset({"VB", "VBP", "VBZ"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_MISHUNG = frozenset({"compound", "conj"})
_INFINITIVES = frozenset({"xcomp", "advcl"})
_APPOSED = frozenset({"appos", "nsubj", "nsubjpass"})
_CLAUSES = frozenset({"advcl", "oprd", "dep"})
_SPANS = frozenset("minutes hours days weeks months years decades".split())
_OF_NAMES = _APPOSED | _CLAUSES | {"conj"}
_OF_NOUNS = _INFINITIVES | {"attr", "conj"}
_TWICE = frozenset({"attr", "appos"})
_ANYWHERE = frozenset({"appos", "relcl"})
_VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_WORDS = frozenset({"ex", "-", "of", "granted"}) | _SPANS | frozenset(participles.IRREGULAR)


def rehang(doc: Doc) -> Doc:
    """Put the Doc's tree right, in place."""
    pasts = doc.vocab.lookups.get_table(PASTS, {})
    for token in _asked(doc):
        tag, lower = token.tag_, token.lower_
        if tag in _VERBS and lower in pasts:
            tag, token.tag_, token.lemma_ = "VBD", "VBD", pasts[lower]
        if lower == "ex":
            hyphens.prefix(token)
        elif lower == "-":
            hyphens.hyphen(token)
            hyphens.hyphened_verb(token)
            hyphens.side(token)
        elif tag == "VB" or (tag in _VERBS and token.is_sent_start):
            misread.name_for_infinitive(token)
            misread.name_for_verb(token)
        elif tag in _COMMON:
            misread.compound_in_two(token)
            misread.verb_after_name(token)
            attaching.subject_behind(token)
            if lower in _SPANS:
                attaching.name_before_span(token)
            elif token.dep_ in _INFINITIVES and token.i and token.nbor(-1).tag_ == "TO":
                token.pos_, token.tag_, token.lemma_ = "VERB", "VB", lower  # "plans to mill peat"
        elif lower == "of":
            attaching.of_verb(token)
        elif tag == "NNP":
            _name(token)
        elif tag == "VBD":
            participles.after_did(token)
            participles.past_for_participle(token)
            participles.beside_perfect(token)
        elif tag == "VBZ" and token.dep_ == "dobj":
            misread.noun_for_verb(token)
        elif tag == "VBN" and token.dep_ == "ROOT":
            participles.participle_for_sentence(token)
        elif tag == "VBG" and token.dep_ == "ROOT" and token.is_sent_start:
            participles.gerund_for_sentence(token)
        elif tag == "JJ" and token.dep_ == "acomp":
            participles.participle_for_adjective(token)
        if lower == "granted":
            participles.for_granted(token)
        if lower.endswith("ing"):
            misread.noun_after_do(token)
        dep = token.dep_
        if dep in _MISHUNG and tag in _FINITE:
            misread.verb_for_compound(token)
            attaching.subject_for_conjunct(token)
            attaching.subject_for_modifier(token)
        elif dep == "dep" and tag in _FINITE:
            attaching.verb_beside_verb(token)
        if dep == "relcl":
            attaching.clause_of_nearer(token)
        if dep == "conj" and tag == "NNS":
            attaching.like_for_like(token)
        if lower in participles.IRREGULAR:
            participles.participle_for_noun(token)
        if dep == "appos":
            appositions.speaker_for_apposition(token)
            appositions.subject_for_apposition(token)
    return doc


def _asked(doc: Doc) -> Iterator[Token]:
    """The tokens with which something may be wrong, as their numbers tell, which is far quicker than to look at each."""
    number = doc.vocab.strings.as_int
    words, verbs, nouns = ({number(one) for one in them} for them in (_WORDS, _VERBAL, _COMMON))
    of_nouns, of_names, anywhere, apposed = ({number(one) for one in them} for them in (_OF_NOUNS, _OF_NAMES, _ANYWHERE, _TWICE))
    name, adjective, complement, ing = number("NNP"), number("JJ"), number("acomp"), number("ing")
    rows = doc.to_array(["TAG", "DEP", "LOWER", "SUFFIX", "SENT_START"]).tolist()
    for i, (tag, relation, lower, suffix, _) in enumerate(rows):
        asked = tag in verbs or relation in anywhere or lower in words or suffix == ing
        if tag in nouns and not asked:
            asked = relation in of_nouns or rows[i - 1][4] == 1 or (i + 1 < len(rows) and rows[i + 1][1] in apposed)
        if asked or (tag == name and relation in of_names) or (tag == adjective and relation == complement):
            yield doc[i]


def _name(token: Token) -> None:
    """What may be wrong with a name, by what it is to the word over it."""
    if token.dep_ in _APPOSED:
        misread.name_after_noun(token)
    elif token.dep_ in _CLAUSES:
        misread.agent(token)
    if token.dep_ == "conj":
        attaching.name_beside_kind(token)
        attaching.name_of_two_roles(token)
