"""Who speaks: the subject of a verb of saying, also where it stands with another verb, behind it, or is a relative pronoun."""

from __future__ import annotations

from kg.language.arguments import antecedent
from kg.language.attribution.complements import Range
from kg.language.attribution.words import VERBS, lemma_of
from kg.language.clauses import surface_subjects
from kg.language.lexicon import TAKES_UP
from kg.language.tokens import Token

Source = tuple[Token, Token]
"""Who speaks, and the word that stands for it beside the cue (the two differ for "who")."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SPEAKERS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})
_HEADS = frozenset({"PROPN", "NOUN", "PRON"})
_LONGEST = 8  # tokens of a name with its titles
_NAMING = frozenset({"PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM", "PART"})
_EXPLETIVES = frozenset("it there this that what".split())
_DOCUMENTS = frozenset(
    """statement letter tweet paper filing ad advertisement video memo memorandum email e-mail message note post speech essay editorial
    column article report book release motion brief complaint lawsuit ruling opinion order decision petition resolution op-ed blog
    interview testimony remark comment press-release communique declaration manifesto leaflet bill""".split()
)
_EXTENDS = frozenset({"prep", "appos", "conj", "cc", "nummod", "amod", "poss", "nmod", "compound", "punct", "advmod"})
_CLIMBS = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp"})


def subject(verb: Token) -> Source | None:
    """Who is the verb's subject; None where nobody is named."""
    if _goes_on(verb):
        return subject(verb.head.head)
    own = next((c for c in verb.children if c.dep_ in _SUBJECTS and c.pos_ in _SPEAKERS), None)
    if own is not None and own.lower_ == "that" and own.tag_ == "DT":
        return None  # "That said, …"
    found = _first_speaker(verb)
    if found is None:
        return _author(own, own) if own is not None else _behind(verb)
    if own is None and found.lower_ in _EXPLETIVES:
        return None
    return _author(found, own or _stand_in(verb, found))


def _goes_on(verb: Token) -> bool:
    """Whether a participle within a content goes on with the speech ("X said the firm grew, adding that …"): X adds it."""
    over = verb.head
    return (
        verb.dep_ == "advcl"
        and verb.tag_ == "VBG"
        and over.dep_ == "ccomp"
        and over.i < verb.i
        and "clause" in VERBS.get(lemma_of(verb), {})
    )


def _first_speaker(verb: Token) -> Token | None:
    return next((t for t in surface_subjects(verb) if t.pos_ in _SPEAKERS), None)


def _author(found: Token, mention: Token) -> Source:
    """Who speaks through a document: "X's statement said", "a letter from X says", "X issued a statement saying"."""
    if found.lemma_.lower() not in _DOCUMENTS:
        return found, mention
    for child in found.children:
        if child.dep_ == "poss" and child.pos_ in _SPEAKERS:
            return child, child
        if child.lower_ in {"by", "from"}:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner, inner
    over = found.head
    if found != mention or found.dep_ != "dobj" or over.pos_ != "VERB" or over.lemma_ in TAKES_UP:
        return found, mention
    issuer = next((c for c in over.children if c.dep_ == "nsubj" and c.pos_ in _SPEAKERS), None)
    if issuer is not None:
        return (antecedent(issuer, over), issuer) if issuer.lower_ not in _EXPLETIVES else (found, mention)
    wider = _first_speaker(over)
    return (wider, wider) if wider is not None else (found, mention)


def _stand_in(verb: Token, found: Token) -> Token:
    """The relative pronoun through which a noun is the subject ("who said … and denied …"), else the noun itself."""
    over = verb
    for _ in range(8):
        if over.dep_ not in _CLIMBS or over.head == over:
            break
        over = over.head
    if over.dep_ == "relcl" and over.head == found:
        return next((c for c in over.children if c.dep_ in _SUBJECTS), found)
    return found


def _behind(verb: Token) -> Source | None:
    """A name or document that the parser took for the object of an inverted verb: "said Wood", "read a statement from Wood"."""
    for child in verb.rights:
        if child.dep_ in {"dobj", "npadvmod", "attr", "oprd", "appos"}:
            if child.pos_ == "PROPN":
                return child, child
            if child.lemma_.lower() in _DOCUMENTS and any(c.dep_ in {"ccomp", "parataxis"} for c in verb.lefts):
                return _author(child, child)
    return None


def adjacent(verb: Token, start: int, end: int) -> tuple[int, Range] | None:
    """Who stands next to a verb of saying, outside a quotation, whatever the parser made of it: head token and range."""
    own = next((c for c in verb.children if c.dep_ in _SUBJECTS and c.pos_ in _SPEAKERS and not start <= c.i < end), None)
    if own is not None:
        return antecedent(own, verb).i, phrase(own)
    return _before(verb, start, end) or _after(verb, start, end)


def _before(verb: Token, start: int, end: int) -> tuple[int, Range] | None:
    doc, last = verb.doc, verb.i - 1
    while last > 0 and doc[last].pos_ in {"AUX", "ADV"}:
        last -= 1
    if last < 0 or doc[last].pos_ not in _HEADS or start <= last < end:
        return None
    first = last
    while first > max(0, last - _LONGEST) and doc[first - 1].pos_ in _NAMING and not start <= first - 1 < end:
        first -= 1
    return last, (first, last + 1)


def _after(verb: Token, start: int, end: int) -> tuple[int, Range] | None:
    doc, last = verb.doc, verb.i
    while last + 1 < min(len(doc), verb.i + _LONGEST) and doc[last + 1].pos_ in _NAMING and not start <= last + 1 < end:
        last += 1
    return (last, (verb.i + 1, last + 1)) if last > verb.i and doc[last].pos_ in _HEADS else None


def agent(verb: Token) -> Token | None:
    """Whose deed a passive is: "… was denied by X"."""
    return next((o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"), None)


def phrase(token: Token) -> Range:
    """The noun phrase of a head as a range: with title and modifiers, phrases and appositions behind it, without relative clauses."""
    start, end = token.left_edge.i, token.i + 1
    for child in token.rights:
        if child.dep_ not in _EXTENDS or child.left_edge.i > end:
            break
        if child.dep_ != "punct":
            end = child.right_edge.i + 1
        elif child.i == end and child.text == ",":
            end += 1
    while end > token.i + 1 and token.doc[end - 1].is_punct:
        end -= 1
    return start, end
