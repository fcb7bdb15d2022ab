"""After any change the view is the one that everything together makes, and nothing is left of what is gone."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from pyoxigraph import DefaultGraph, NamedNode

from kg import vocabulary as v
from kg.editing import Editor
from kg.identity.decisions import Decision, Different, Same, reject_statement
from kg.iris import article_iri, entity_iri
from kg.manifest import Versions
from kg.store.oxigraph import OxigraphStore
from kg.view.stored import Sources, drift
from tests.view.world import LIMITED, ONTOLOGIES, ONTOLOGY, STATED, article

KEYS = ["a", "b", "c", "d"]
VERSIONS = Versions("model", ONTOLOGY.digest, "code")


class Steps:
    """Random changes of a store."""

    def __init__(self, seed: int, store: OxigraphStore) -> None:
        self.chance = random.Random(seed)
        self.store = store
        self.editor = Editor(self.store, ONTOLOGY)
        self.clock = datetime(2024, 1, 1, tzinfo=UTC)

    def run(self, number: int) -> Iterator[str]:
        for _ in range(number):
            step = self.chance.choice([self.put, self.put, self.put, self.remove, self.join, self.part, self.reject, self.undo, self.learn])
            step()
            yield step.__name__

    def put(self) -> None:
        key, sentences, stated = self.chance.choice(KEYS), self.chance.randrange(9), self.chance.choice([STATED, LIMITED])
        self.editor.put(*article(key, sentences, self.chance, stated), VERSIONS)

    def remove(self) -> None:
        self.editor.remove(article_iri(self.chance.choice(KEYS)))

    def join(self) -> None:
        self.editor.decide(Same(self._two(), **self._noted()))

    def part(self) -> None:
        self.editor.decide(Different(self._two(), **self._noted()))

    def reject(self) -> None:
        statements = [one for source in Sources(self.store) for one in source.statements.values()]
        if statements:
            self.editor.decide(reject_statement(self.chance.choice(statements), **self._noted()))

    def undo(self) -> None:
        decided = self.editor.decisions()
        if decided:
            self.editor.undo(self.chance.choice(decided))

    def learn(self) -> None:
        self.editor = Editor(self.store, self.chance.choice(ONTOLOGIES))

    def _two(self) -> tuple[NamedNode, NamedNode]:
        found = set()
        for source in Sources(self.store):
            for one in source.statements.values():
                found |= {entity_iri(source.graph, entity.key) for entity in one.entities}
        names = sorted((one.value for one in found), key=str) or ["urn:kg:article/gone#x"]
        first, second, *_ = [*sorted({self.chance.choice(names), self.chance.choice([*names, "urn:kg:gone#y"])}), "urn:kg:gone#z"]
        return NamedNode(first), NamedNode(second)

    def _noted(self) -> dict[str, str]:
        self.clock += timedelta(hours=1)
        return {"who": "Ann", "why": "seen", "when": self.clock.isoformat().replace("+00:00", "Z")}


class WithoutTripleTerms(OxigraphStore):
    """A store that knows RDF 1.1 alone."""

    @property
    def triple_terms(self) -> bool:
        return False


@pytest.mark.parametrize("store", [OxigraphStore, WithoutTripleTerms])
@pytest.mark.parametrize("seed", range(10))
def test_the_view_is_that_of_everything_together(seed: int, store: type[OxigraphStore]) -> None:
    steps = Steps(seed, store())
    done = []
    for name in steps.run(20):
        done.append(name)
        assert not drift(steps.store, steps.editor.ontology, "urn:kg:"), done


def test_removing_all_articles_leaves_the_ontology_alone() -> None:
    steps = Steps(99, OxigraphStore())
    steps.editor = Editor(steps.store, ONTOLOGY)
    empty = set(steps.store.quads())
    assert empty
    for key in KEYS:
        steps.editor.put(*article(key, 6, steps.chance), VERSIONS)
    full = len(list(steps.store.quads(DefaultGraph())))
    assert full > len(empty) + 200
    for key in KEYS:
        steps.editor.remove(article_iri(key))
    assert set(steps.store.quads()) == empty


def test_no_order_of_articles_matters() -> None:
    made = [article(key, 8, random.Random(number)) for number, key in enumerate(KEYS)]
    results = []
    for order in (made, made[::-1], [made[2], made[0], made[0], made[3], made[1]]):
        store = OxigraphStore()
        editor = Editor(store, ONTOLOGY)
        for one in order:
            editor.put(*one, VERSIONS)
        results.append({quad for quad in store.quads() if "BlankNode" not in repr(quad)})
    assert results[0] == results[1] == results[2]


def test_a_decision_taken_back_leaves_no_trace() -> None:
    steps = Steps(5, OxigraphStore())
    for key in KEYS:
        steps.put()
        steps.editor.put(*article(key, 6, steps.chance), VERSIONS)
    before = set(steps.store.quads())
    decision: Decision
    statement = next(iter(next(iter(Sources(steps.store))).statements.values()))
    first, second = steps._two()
    noted = {"who": "Ann", "why": "seen", "when": "2024-01-01T00:00:00Z"}
    for decision in (Same((first, second), **noted), Different((first, second), **noted), reject_statement(statement, **noted)):
        steps.editor.decide(decision)
        assert set(steps.store.quads()) != before
        steps.editor.undo(decision)
        assert set(steps.store.quads()) == before


def test_much_was_kept_out_in_these_worlds() -> None:
    """Statements that violate each axiom, over the states that the random changes go through: the test above would be idle without."""
    found: Counter[str] = Counter()
    for seed in range(10):
        steps = Steps(seed, OxigraphStore())
        for _ in steps.run(20):
            rows = steps.store.query(f"SELECT ?axiom {{ ?st {v.VIOLATES} ?axiom }}")
            found.update(row["axiom"].value.rpartition("#")[2] for row in rows)
    axioms = {"domain", "range", "disjointWith", "FunctionalProperty", "InverseFunctionalProperty", "maxCardinality"}
    assert found.keys() == axioms
    assert found.total() > 100
