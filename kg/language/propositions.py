"""The normal form: predicates with their arguments, syntax's variation removed.

Active and passive, relative and participial clauses, control and raising, conjunction, "'s" and "of", apposition and titles before names
come out alike. Works on spaCy's English dependency labels (ClearNLP's scheme) and asks nothing of the words but closed classes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.language.annotations import Argument, Mention, Proposition, read, write
from kg.language.arguments import unique
from kg.language.nominals import Names, nominalised, noun_arguments, participle
from kg.language.tokens import Doc, Token
from kg.language.verbs import as_preposition, fronted, verb_propositions

_NOUNISH = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "PRON", "NUM"})


def propositions(doc: Doc) -> Doc:
    """The component `kg_propositions`."""
    mentions = read(doc, Mention)
    named = {i: mention for mention in mentions if mention.kind == "name" for i in range(mention.start, mention.end)}
    names = Names(named, {m.head: m for m in mentions if m.kind == "noun"})
    found = [p for token in doc if token.pos_ in _NOUNISH or token.tag_[:1] == "V" for p in _of_token(token, names)]
    found += _beside_names(doc, mentions, names)
    write(doc, Proposition, tuple(found))
    return doc


def _beside_names(doc: Doc, mentions: Sequence[Mention], names: Names) -> Iterator[Proposition]:
    """What stands in brackets or after a comma beside a name is said of it: "Rowan (D-Ohio)"."""
    for mention in mentions:
        before = names.get(mention.start - 2) if mention.kind == "modifier" else None
        if before is not None and before.end == mention.start - 1 and doc[mention.start - 1].text in {"(", ","}:
            yield Proposition(mention.head, doc[mention.head].lemma_.lower(), (Argument("holder", before.head),))


def _of_token(token: Token, names: Names) -> Iterator[Proposition]:
    if token.is_space or token.is_punct:
        return
    if token.tag_ in {"VBN", "VBD"} and token.dep_ == "amod":
        yield from participle(token, names)
    elif token.tag_ == "VBN" and token.dep_ == "prep":
        yield from as_preposition(token)
    elif token.tag_ == "VBG" and token.dep_ in {"amod", "compound"} and token.is_sent_start:
        yield from fronted(token)
    elif token.pos_ in {"VERB", "AUX"}:
        yield from verb_propositions(token)
    elif token.pos_ in _NOUNISH:
        arguments = [*noun_arguments(token, names)]
        if arguments:
            yield Proposition(token.i, token.lemma_.lower(), unique(arguments))
            if token.pos_ == "NOUN" and token.i not in names:
                yield from nominalised(token, arguments)
