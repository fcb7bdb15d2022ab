"""Chains retold from word lists come out of `kg`'s own doors, and none does where a step is denied or only planned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, QuerySolution, QuerySolutions

import kg
from kg.article import Article
from kg.building import build
from kg.extractors.articles import extract_articles
from kg.manifest import Versions
from kg.ontology.load import load
from kg.readers.folder import read
from kg.statement import Extraction
from tests.chain.telling import Telling, tell, tell_broken

SEED = 227968961  # drawn by random.SystemRandom after the generator was committed; the telling of each of the next fifty numbers is read
SEEDS = range(SEED, SEED + 50)
RELATIONS = ["contracted", "hired", "operates_in"]
LABELS = """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    SELECT ?entity ?label { ?entity rdfs:label|skos:altLabel ?label }"""


def test_of_fifty_tellings_forty_give_their_chain(tmp_path: Path) -> None:
    missed = [seed for seed, given in zip(SEEDS, chains_given(tell, tmp_path), strict=True) if not given]
    assert len(missed) <= 10, f"no chain from {missed}"


def test_of_fifty_with_a_step_denied_or_planned_none_gives_its_chain(tmp_path: Path) -> None:
    given = [seed for seed, found in zip(SEEDS, chains_given(tell_broken, tmp_path), strict=True) if found]
    assert not given


def chains_given(telling: Callable[[int], Telling], folder: Path) -> Iterator[bool]:
    """For each seed whether its telling, read by the real pipeline and built into a store of its own, answers `chain` with its chain.

    The texts go through one pipeline; the stores are apart, because names come back in several tellings.
    """
    told = [telling(seed) for seed in SEEDS]
    (folder / "articles").mkdir()
    for seed, one in zip(SEEDS, told, strict=True):
        (folder / "articles" / f"{seed:012}.txt").write_text(one.text, encoding="utf-8")
    articles = [one for one in read([folder / "articles"]) if isinstance(one, Article)]
    for one, found in zip(told, extract_articles(articles), strict=True):
        assert found.article.text == one.text
        assert not found.problems
        yield gives(one, found, folder / f"{found.article.doc}.db")


def gives(telling: Telling, found: Extraction, store: Path) -> bool:
    """Whether the named query finds the telling's chain in a store of this article alone."""
    ontology = load()

    def extraction(articles: Iterable[Article]) -> Iterator[Extraction]:
        assert list(articles) == [found.article]
        yield found

    build([found.article], extraction, store, ontology=ontology, versions=Versions("test", ontology.digest, "test"))
    with kg.open(store) as graph:
        labels = list(solutions(graph, LABELS))
        named = [{row["entity"] for row in labels if plain(row["label"].value) == plain(name)} for name in telling.chain]
        return any(is_chain(row, named) for row in solutions(graph, "chain"))


def is_chain(row: QuerySolution, named: list[set[NamedNode]]) -> bool:
    """Whether a row of `chain` is the path over these entities, each given as all that bear its name, and ends there."""
    relations = [row[f"relation{number}"].value.rpartition("#")[2] for number in (1, 2, 3) if row[f"relation{number}"] is not None]
    entities = [row[f"entity{number}"] for number in (1, 2, 3, 4)]
    return relations == RELATIONS and row["entity5"] is None and all(one in those for one, those in zip(entities, named, strict=True))


def solutions(graph: kg.Graph, query: str) -> Iterator[QuerySolution]:
    found = graph.query(query)
    assert isinstance(found, QuerySolutions)
    return iter(found)


def plain(name: str) -> str:
    return name.casefold().removeprefix("the ")


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("The Moxley campaign contracted Quorra.\n\nQuorra hired Veridell.\n\nVeridell operates in Tulsa.\n", True),
        ("The Moxley campaign contracted Quorra.\n\nQuorra did not hire Veridell.\n\nVeridell operates in Tulsa.\n", False),
        ("The Moxley campaign hired Quorra.\n\nQuorra contracted Veridell.\n\nVeridell operates in Tulsa.\n", False),
        ("The Moxley campaign contracted Highmoor.\n\nHighmoor hired Veridell.\n\nVeridell operates in Tulsa.\n", False),
    ],
)
def test_the_yardstick_itself(text: str, given: bool, tmp_path: Path) -> None:
    """A chain in the plainest words counts; one denied, of other relations or over another vendor doesn't."""
    (tmp_path / "plain.txt").write_text(text, encoding="utf-8")
    (article,) = read([tmp_path / "plain.txt"])
    assert isinstance(article, Article)
    (found,) = extract_articles([article])
    telling = Telling(text, ("Moxley campaign", "Quorra", "Veridell", "Tulsa"), None)
    assert gives(telling, found, tmp_path / "plain.db") is given
