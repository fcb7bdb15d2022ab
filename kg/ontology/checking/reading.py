"""Examples as articles: each as it is written is read by all layers, as any article is. So one sees whether the words in its brackets tell
the classes that it needs, and whether a counter-example states its relation after all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language

from kg.language.pipeline import Pipe, statements
from kg.ontology.checking.variants import FRAME
from kg.ontology.examples import Example, parse
from kg.ontology.model import Relation
from kg.statement import Status

_BATCH = 128


@dataclass(frozen=True, slots=True)
class Read:
    """An example as it was read, and the wording that states its relation there; None where it isn't stated, or not as a fact."""

    relation: str
    example: str
    text: str
    wording: str | None


def read_examples(pipe: Pipe, chosen: Sequence[tuple[Relation, str]], nlp: Language) -> Iterator[Read]:
    """Read the examples by themselves. `nlp` is the pipeline under the layers, `pipe` the layers."""
    texts = [_as_text(parse(text)) for _, text in chosen]
    for (relation, example), text, doc in zip(chosen, texts, nlp.pipe(texts, batch_size=_BATCH), strict=True):
        told = [one for one in statements(pipe(doc)) if one.relation == relation.iri]
        if example in relation.counter_examples:  # one that is denied, or only planned, isn't taken for a fact
            told = [one for one in told if one.status is Status.AFFIRMED]
        yield Read(relation.iri, example, text, next((one.wording for one in told), None))


def _as_text(example: Example) -> str:
    text, _ = example.filled(tuple(_indefinite(slot.words) for slot in example.slots))
    return text[0].upper() + text[1:] if example.is_sentence else FRAME.format(text)


def _indefinite(words: str) -> str:
    """ "the vendor" as "a vendor": by itself in an article it would be whoever was named before."""
    article, _, noun = words.partition(" ")
    if article.lower() != "the" or noun.endswith("s") or not noun.islower():
        return words
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
