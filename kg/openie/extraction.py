"""Sentences in, tuples out: the parser, the layers up to propositions, and a table of tab-separated values for benchmarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import UsageError
from kg.language.annotations import Proposition, read
from kg.language.mending import english
from kg.language.mentions import Mentions
from kg.language.model import load_model
from kg.language.propositions import propositions
from kg.language.tokens import Doc as Parsed
from kg.ontology.load import load
from kg.openie.clauses import clause_tuples
from kg.openie.nouns import noun_tuples
from kg.openie.tuples import DEFAULT_NOUNS, Nouns, OpenTuple

_BATCH = 64


def open_tuples(doc: Doc, nouns: Nouns = DEFAULT_NOUNS) -> tuple[OpenTuple, ...]:
    """The tuples of a Doc that has its propositions, those of verbs first; each once."""
    parsed = Parsed(doc)
    found = read(parsed, Proposition)
    return tuple(dict.fromkeys([*clause_tuples(parsed, found), *noun_tuples(parsed, found, nouns)]))


def table(sentences: Iterable[str], model: str | None = None) -> Iterator[str]:
    """A line of tab-separated values for each tuple: sentence, subject, relation, arguments, and `conf=` with the confidence; of a
    sentence without tuples the sentence alone. Each line given is one sentence; empty ones are left out.

    Raises UsageError for a line that is too long to be parsed, and where there is no such model.
    """
    nlp = load_model(model)
    mentions = Mentions(load(None), english(nlp))
    for doc in nlp.pipe(_docs(nlp, sentences), batch_size=_BATCH):
        found = open_tuples(propositions(mentions(Parsed(doc))).source)
        for one in found:
            yield "\t".join((doc.text, one.subject, one.relation, *one.arguments, f"conf={one.confidence:.2f}")) + "\n"
        if not found:
            yield doc.text + "\n"


def _docs(nlp: Language, lines: Iterable[str]) -> Iterator[Doc]:
    for number, line in enumerate(lines, 1):
        sentence = " ".join(line.split())
        if len(sentence) > nlp.max_length:
            raise UsageError(f"Line {number} has over {nlp.max_length:,} characters: give one sentence a line.")
        doc = nlp.make_doc(sentence)
        for token in doc[1:]:
            token.is_sent_start = False
        if sentence:
            yield doc
