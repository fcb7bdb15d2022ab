"""An ontology far larger than ours costs little more in reading articles, and is loaded far quicker than its Turtle is parsed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import rdflib
from spacy.language import Language
from spacy.tokens import Doc

from kg.language.pipeline import Pipe, statements
from kg.ontology import load as loading
from kg.ontology.cache import compiled
from kg.resources import folder
from tests.gold.corpus import articles
from tests.language.test_speed import best
from tests.ontology.big import EXAMPLES, RELATIONS, turtle


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("big") / "big.ttl"
    found.write_text(turtle(), encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def parsed(nlp: Language) -> Sequence[Doc]:
    """Some articles, with nothing of ours found in them."""
    with nlp.select_pipes(disable=["kg"]):
        return [*nlp.pipe(one.text for one in [*articles()][::6])]


def test_it_is_as_large_as_it_says(path: Path) -> None:
    relations = loading.load([path]).relations.values()
    assert len(relations) == RELATIONS
    assert len({text for one in relations for text in one.examples}) == EXAMPLES


@pytest.mark.alone
@pytest.mark.parametrize("beside", [False, True])
def test_extraction_takes_little_longer_than_with_ours(nlp: Language, parsed: Sequence[Doc], path: Path, beside: bool) -> None:
    ours: Pipe = nlp.get_pipe("kg")  # type: ignore[assignment]
    big = Pipe(nlp, loading.load([folder("ontology"), path] if beside else [path]))
    big.compile()
    assert len(big.extractor.index.by_word) > 90
    assert any(statements(big(doc)) for doc in parsed)
    without, with_it = best(lambda: [ours(doc) for doc in parsed], lambda: [big(doc) for doc in parsed])
    assert with_it <= 1.2 * without


@pytest.mark.alone
def test_loading_takes_half_as_long_as_parsing_its_turtle(nlp: Language, path: Path) -> None:
    with nlp.select_pipes(disable=[name for name in nlp.pipe_names if name.startswith("kg") or name == "ner"]):
        compiled(loading.load([path]), nlp)
        parse, load = best(lambda: rdflib.Graph().parse(path, format="turtle"), lambda: compiled(loading.load([path]), nlp))
    assert load <= parse / 2
