"""Extraction costs little beside the parse it stands on, and no more a word in a long article than in short ones.

What is compared is processor time, which other programs don't add to, of rounds that take turns; of each side the best round counts, since
whatever disturbs a round only makes it slower.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.article import Article
from kg.language.blocks import make_doc
from kg.language.pipeline import statements
from tests.gold.corpus import articles

ROUNDS = 16
OWN = ("kg_blocks", "kg")


def best(*sides: Callable[[], object]) -> list[float]:
    """Seconds of processor time of each side's best round, after a round that only warms up."""
    times: list[list[float]] = [[] for _ in sides]
    for _ in range(ROUNDS + 1):
        for side, taken in zip(sides, times, strict=True):
            begun = time.process_time()
            side()
            taken.append(time.process_time() - begun)
    return [min(taken[1:]) for taken in times]


@pytest.fixture(scope="module")
def some() -> Sequence[Article]:
    """Every third article of the project's own, of all fields: some 26,000 characters."""
    return list(articles())[::3]


@pytest.fixture(scope="module")
def share(nlp: Language, some: Sequence[Article]) -> float:
    """What reading articles for statements takes, as a multiple of what spaCy's components alone take for the same texts."""
    texts = [one.text for one in some]

    def bare() -> None:
        with nlp.select_pipes(disable=OWN):
            for _ in nlp.pipe(texts, batch_size=32):
                pass

    def all_of_it() -> None:  # made as they are read, like the texts of the other side: none is kept alive until the last is done
        for doc in nlp.pipe((make_doc(nlp, one) for one in some), batch_size=32):
            statements(doc)

    alone, together = best(bare, all_of_it)
    return together / alone


@pytest.fixture(scope="module")
def growth(nlp: Language, some: Sequence[Article]) -> float:
    """What our own layers take for the articles as one long one, as a multiple of what they take for them one by one."""
    with nlp.select_pipes(disable=["kg"]):
        one_by_one = [nlp(one.text) for one in some]
        joined = nlp("\n\n".join(one.text for one in some))
    layers: Callable[[Doc], Doc] = nlp.get_pipe("kg")
    short, long = best(lambda: [layers(doc) for doc in one_by_one], lambda: layers(joined))
    return long / short


@pytest.mark.alone
def test_extraction_takes_little_more_than_the_parse(share: float) -> None:
    assert share <= 1.3


@pytest.mark.alone
def test_a_long_article_takes_no_more_than_as_much_in_short_ones(growth: float) -> None:
    assert growth <= 1.2
