"""Ferries: an invented trade, its ontology without wordings, sentences with their triples, and what is learnt from them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from kg.ontology.learning.learner import Lesson
    from kg.ontology.learning.samples import Sample
    from kg.statement import Statement

HERE = Path(__file__).parent
SHOWN = HERE.parents[2] / "docs" / "learn"  # what the README shows
FERRIES, SENTENCES, GOLDEN = SHOWN / "ferries.ttl", SHOWN / "ferries.jsonl", HERE / "learnt.ttl"

Read = Callable[[str, str], "tuple[Statement, ...]"]


@pytest.fixture(scope="session")
def samples() -> list[Sample]:
    """The sentences, parsed."""
    from kg.language.model import load_model
    from kg.ontology.learning.records import read_records
    from kg.ontology.learning.samples import read_samples
    from kg.ontology.load import load

    records, problems = read_records([SENTENCES])
    assert not problems
    found, unknown = read_samples(records, load([FERRIES]), load_model())
    assert not unknown
    return found


@pytest.fixture(scope="session")
def lesson(samples: list[Sample]) -> Lesson:
    """What they teach."""
    from kg.language.model import load_model
    from kg.ontology.learning.learner import learn
    from kg.ontology.load import load

    return learn(samples, load([FERRIES]), load_model())


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """What an article of some words states, by the ferries' ontology with some learnt Turtle beside it."""
    from kg.extractors.articles import create_pipeline
    from kg.language.pipeline import Pipe, statements

    pipelines = {}

    def states(turtle: str, text: str) -> tuple[Statement, ...]:
        if turtle not in pipelines:
            path = tmp_path_factory.mktemp("learnt") / "learnt.ttl"
            path.write_text(turtle, encoding="utf-8")
            pipelines[turtle] = create_pipeline(None, [FERRIES, path])
            assert isinstance(pipelines[turtle].get_pipe("kg"), Pipe)
        return statements(pipelines[turtle](text))

    return states
