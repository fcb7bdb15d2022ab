"""What follows, from what, and when it stops following."""

from __future__ import annotations

import random
import time

import pytest
from pyoxigraph import Literal, NamedNode

from kg.derivation import LONGEST_PROOF, MAX_PREMISES, MAX_PROOFS, Triple, derive, rules
from kg.ontology.model import Ontology, Relation
from kg.view.edges import Edge, Inference, inferences

NS = "urn:test:"


def relation(name: str, **axioms: object) -> Relation:
    return Relation(NS + name, name, name, "", **axioms)  # type: ignore[arg-type]


def ontology(*relations: Relation) -> Ontology:
    return Ontology({}, {one.iri: one for one in relations}, "sha256:0")


ONTOLOGY = ontology(
    relation("deals"),
    relation("hired", inverse=NS + "hired_by", supers=(NS + "deals",)),
    relation("hired_by"),
    relation("met", symmetric=True),
    relation("in", transitive=True),
    relation("based_in", supers=(NS + "in", "urn:elsewhere:place")),
    relation("runs"),
    relation("runs_in", chains=((NS + "runs", NS + "in"),), supers=(NS + "deals",)),
    relation("kin", chains=((NS + "mother", NS + "sister", NS + "child"),)),
    relation("mother"),
    relation("likes", equivalents=(NS + "like", "urn:elsewhere:likes"), transitive=True),
    relation("like", equivalents=(NS + "likes",)),
    relation("sister"),
    relation("child"),
)
RULES = rules(ONTOLOGY)


def triple(text: str) -> Triple:
    subject, relation_, object_ = text.split()
    return NamedNode(NS + subject), NamedNode(NS + relation_), NamedNode(NS + object_)


def words(one: Triple) -> str:
    return " ".join(term.value.removeprefix(NS) for term in one)


def following(*affirmed: str) -> dict[str, set[frozenset[str]]]:
    found = derive(map(triple, affirmed), RULES)
    return {words(one): {frozenset(map(words, proof)) for proof in proofs} for one, proofs in found.items()}


def test_of_a_relation_to_literals_only_a_wider_one_to_literals_follows() -> None:
    literals = {"datatype": "http://www.w3.org/2001/XMLSchema#integer"}
    axioms = {"symmetric": True, "transitive": True, "inverse": NS + "employs", "chains": ((NS + "runs", NS + "staff"),)}
    known = ontology(
        relation("staff", supers=(NS + "size", NS + "deals"), **literals, **axioms),
        relation("size", **literals),
        relation("deals", supers=(NS + "size",)),
        relation("employs", inverse=NS + "size"),
        relation("runs"),
        relation("runs_with", chains=((NS + "runs", NS + "staff"), (NS + "staff", NS + "runs"))),
    )
    mill, ann, number = NamedNode(NS + "mill"), NamedNode(NS + "ann"), Literal(300)
    given = [(mill, NamedNode(NS + "staff"), number), (ann, NamedNode(NS + "runs"), mill), (mill, NamedNode(NS + "deals"), ann)]
    assert derive(given, rules(known)) == {(mill, NamedNode(NS + "size"), number): frozenset({frozenset(given[:1])})}


@pytest.mark.parametrize(
    ("affirmed", "expected"),
    [
        (["a hired b"], {"a deals b", "b hired_by a"}),
        (["b hired_by a"], {"a hired b", "a deals b"}),
        (["a met b"], {"b met a"}),
        (["a met b", "b met a"], set()),
        (["a in b", "b in c"], {"a in c"}),
        (["a in b", "b in c", "c in d"], {"a in c", "a in d", "b in d"}),
        (["a in b", "b in a"], set()),
        (["a in b", "b in c", "c in a"], {"a in c", "b in a", "c in b"}),
        (["a runs p", "p in o"], {"a runs_in o", "a deals o"}),
        (["a runs p", "p based_in o"], {"p in o", "a runs_in o", "a deals o"}),
        (["a runs p", "p in o", "o in u"], {"a runs_in o", "a deals o", "p in u", "a runs_in u", "a deals u"}),
        (["a mother b", "b sister c", "c child d"], {"a kin d"}),
        (["a mother b", "b sister a", "a child d"], {"a kin d"}),
        (["a mother b", "c child d"], set()),
        (["a in b", "b in a", "c runs a"], {"c runs_in b", "c deals b", "c runs_in a", "c deals a"}),
        (["a like b", "b likes c"], {"a likes b", "b like c", "a likes c", "a like c"}),
        (["a in b", "b in a", "a runs a"], {"a runs_in b", "a deals b"}),
        (["a runs p", "o in p"], set()),
        (["a met a"], set()),
    ],
)
def test_what_follows(affirmed: list[str], expected: set[str]) -> None:
    assert set(following(*affirmed)) == expected


@pytest.mark.parametrize(
    ("affirmed", "follows", "proofs"),
    [
        (["a in b", "b in c"], "a in c", [{"a in b", "b in c"}]),
        (["a in b", "b in c", "a in d", "d in c"], "a in c", [{"a in b", "b in c"}, {"a in d", "d in c"}]),
        (["a in b", "b in c", "c in a"], "a in c", [{"a in b", "b in c"}]),
        (["a in b", "b in c", "c in d", "a in c"], "a in d", [{"a in c", "c in d"}, {"a in b", "b in c", "c in d"}]),
        (["a hired b", "a runs_in b"], "a deals b", [{"a hired b"}, {"a runs_in b"}]),
    ],
)
def test_each_minimal_proof_is_named(affirmed: list[str], follows: str, proofs: list[set[str]]) -> None:
    assert following(*affirmed)[follows] == {frozenset(one) for one in proofs}


def test_only_relations_that_two_step_rules_use_are_walked() -> None:
    walked = {"in", "based_in", "runs", "mother", "sister", "child", "likes", "like"}
    assert {(one.value.removeprefix(NS), turned) for one, turned in RULES.steps} == {(one, False) for one in walked}
    kin = relation("kin", transitive=True, symmetric=True)
    turning = rules(ontology(kin, relation("in", inverse=NS + "holds"), relation("holds", transitive=True)))
    steps = {(one.value.removeprefix(NS), turned) for one, turned in turning.steps}
    assert steps == {("kin", False), ("kin", True), ("holds", False), ("in", True)}


def test_a_ring_and_a_thicket_end() -> None:
    begun = time.process_time()
    ring = [f"n{one} in n{(one + 1) % 40}" for one in range(40)]
    found = following(*ring)
    assert all(len(proofs) == 1 for proofs in found.values() if any(len(one) > MAX_PREMISES for one in proofs))
    assert max(len(proof) for proofs in found.values() for proof in proofs) == LONGEST_PROOF
    thicket = [f"n{one} in n{other}" for one in range(12) for other in range(12) if one != other]
    assert following(*thicket) == {}
    layers = [f"l{layer}x{one} in l{layer + 1}x{other}" for layer in range(4) for one in range(5) for other in range(5)]
    assert len(following(*layers)["l0x0 in l4x0"]) == MAX_PROOFS
    assert time.process_time() - begun < 10


def test_what_rests_on_more_triples_than_any_proof_may_is_not_found() -> None:
    row = [f"n{one:02} in n{one + 1:02}" for one in range(LONGEST_PROOF + 2)]
    found = following(*row)
    assert found[f"n00 in n{LONGEST_PROOF:02}"] == {frozenset(row[:LONGEST_PROOF])}
    assert f"n00 in n{LONGEST_PROOF + 1:02}" not in found
    shortened = following(*row, "n00 in n03")
    assert shortened[f"n00 in n{LONGEST_PROOF + 1:02}"] == {frozenset({"n00 in n03", *row[3 : LONGEST_PROOF + 1]})}


def test_no_order_matters() -> None:
    chance = random.Random(3)
    names = ["in", "runs", "based_in", "hired", "met"]
    given = [f"n{chance.randrange(9)} {chance.choice(names)} n{chance.randrange(9)}" for _ in range(30)]
    expected = following(*given)
    assert expected
    for _ in range(3):
        assert following(*chance.sample(given, len(given))) == expected


def edge(number: int, text: str, **known: object) -> Edge:
    return Edge(NamedNode(f"{NS}s{number}"), triple(text), **{"affirmed": True, **known})  # type: ignore[arg-type]


def inferred(*edges: Edge) -> dict[str, Inference]:
    return {words(one.triple): one for one in inferences(edges, RULES)}


def premises(one: Inference) -> set[str]:
    return {iri.value.removeprefix(NS + "s") for iri in one.premises}


RUNS, LIES = edge(1, "a runs p"), edge(2, "p in o")


def test_an_inference_names_all_statements_of_its_premises() -> None:
    found = inferred(RUNS, LIES, edge(3, "p in o"), edge(4, "p in o", affirmed=False, when="1999"))
    assert premises(found["a runs_in o"]) == {"1", "2", "3"}


def test_one_of_two_supports_is_enough() -> None:
    assert "a runs_in o" in inferred(RUNS, LIES, edge(3, "p in o"))
    assert premises(inferred(RUNS, edge(3, "p in o"))["a runs_in o"]) == {"1", "3"}
    assert "a runs_in o" not in inferred(RUNS)


def test_what_is_affirmed_is_no_inference_until_its_statement_goes() -> None:
    assert "a runs_in o" not in inferred(RUNS, LIES, edge(3, "a runs_in o"))
    assert "a runs_in o" in inferred(RUNS, LIES)


def test_nothing_follows_from_a_denial() -> None:
    assert inferred(edge(1, "a runs p", affirmed=False), LIES) == {}


@pytest.mark.parametrize(
    ("others", "cautions"),
    [
        ([LIES], set()),
        ([edge(2, "p in o", former=True)], {"former"}),
        ([LIES, edge(3, "p in o", affirmed=False)], {"disputed"}),
        ([LIES, edge(3, "p in q", affirmed=False)], set()),
        ([edge(2, "p in o", when="2019"), edge(3, "p in o", affirmed=False, when="2020")], set()),
        ([edge(2, "p in o", when="2019"), edge(3, "p in o", affirmed=False)], {"disputed"}),
        ([edge(2, "p in o", amount=("5",)), edge(3, "p in o", affirmed=False, amount=("6",))], set()),
        ([edge(2, "p in o", former=True), edge(3, "p in o", affirmed=False)], {"former", "disputed"}),
    ],
)
def test_doubt_about_a_premise_marks_what_follows(others: list[Edge], cautions: set[str]) -> None:
    assert inferred(RUNS, *others)["a runs_in o"].cautions == cautions
