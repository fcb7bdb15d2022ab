"""Our own ontology is complete: nothing undescribed, no relation with too few wordings, no wording twice, and no Python that names it."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from itertools import combinations
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

import kg
from kg import vocabulary as model_vocabulary
from kg.article import Article
from kg.ontology import vocabulary
from kg.ontology.examples import Example, parse
from kg.ontology.load import graph, load
from kg.ontology.model import Ontology, Relation
from kg.ontology.vocabulary import MODEL, NAMESPACE
from kg.statement import Statement

ONTOLOGY = load()
STATED = [one for one in ONTOLOGY.relations.values() if one.examples]
INVERSES = {one.inverse for one in ONTOLOGY.relations.values()}
GUIDELINE_CLASSES = (
    "Agent Person Organization Company Campaign Party GovernmentBody NewsOutlet Union School Court Group Place Facility Prison "
    "CallCenter Building Office Event Work Asset"
).split()
GUIDELINE_RELATIONS = (
    "contracted hired works_for spokesperson_for leads member_of founded owns acquired part_of partnered_with ended_ties_with "
    "competes_with operates operates_in located_in supplied used paid funded invested_in lobbied holds_office candidate_for "
    "nominated_by appointed dismissed resigned_from endorsed supports criticized opposes defeated voted_for met_with visited "
    "attended spoke_at authored published accused sued charged investigated arrested convicted penalized regulates spouse_of "
    "parent_of sibling_of born_in lives_in killed attacked"
).split()
DEALINGS = (
    "contracted hired works_for leads owns acquired part_of partnered_with operates operates_in supplied used paid funded "
    "invested_in lobbied founded"
).split()
FUNCTION_WORDS = frozenset(
    "a an the of in on at to for by with from into out off up over under as is was be been are were has have had do did something "
    "someone his her its it and that which s this against behind between before after among million hour got get gave give made "
    "make took take went go came come".split()
)


def skeleton(text: str) -> str:
    """An example without its arguments (but for the nouns that must be there), articles and capitals."""
    bare = re.sub(r"\[(?:[^\]*]*?(\w+\*))?[^\]]*\]", r"[\1]", text).lower()
    return re.sub(r"\b(a|an|the) ", "", bare).rstrip(".")


def demands(relation: Relation, example: Example) -> dict[str, frozenset[str]]:
    """The classes that each argument must have: those in the brackets, else the relation's domain or range."""
    either = {"subject": relation.domain, "object": relation.range}
    return {slot.role: frozenset(ONTOLOGY.class_names[name] for name in slot.classes) or either[slot.role] for slot in example.slots}


def stems(relation: Relation) -> set[str]:
    """The first four letters of each word that carries meaning: different stems are surely different lemmas."""
    words = re.findall(r"[a-z]+", " ".join(skeleton(text) for text in relation.examples))
    return {word[:4] for word in words if word not in FUNCTION_WORDS}


@pytest.mark.parametrize("names", [GUIDELINE_CLASSES, GUIDELINE_RELATIONS], ids=["classes", "relations"])
def test_everything_needed_is_there(names: list[str]) -> None:
    known = {one.name for one in (*ONTOLOGY.classes.values(), *ONTOLOGY.relations.values())}
    assert not set(names) - known


@pytest.mark.parametrize("one", [*ONTOLOGY.classes.values(), *ONTOLOGY.relations.values()], ids=lambda one: one.name)
def test_everything_is_named_and_described(one: object) -> None:
    name = one.name  # type: ignore[attr-defined]
    assert re.fullmatch(r"[A-Z][A-Za-z]+" if name[0].isupper() else r"[a-z]+(_[a-z]+)*", name)
    subject = f"<{NAMESPACE}{name}>"
    found = DESCRIBED[subject]
    assert found["label"] == 1
    assert found["comment"] == 1


def described() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for subject, predicate, _ in graph():
        found[subject.n3()][str(predicate).rpartition("#")[2]] += 1
    return found


DESCRIBED = described()


def test_every_term_that_python_names_is_described() -> None:
    named = {value.value for module in (vocabulary, model_vocabulary) for value in vars(module).values() if isinstance(value, NamedNode)}
    named |= {value for value in vars(vocabulary).values() if isinstance(value, str) and value.startswith(NAMESPACE)}
    ours = {iri for iri in named if iri.startswith(NAMESPACE)} - {NAMESPACE}
    assert len(ours) > 40
    assert not sorted(iri for iri in ours if f"<{iri}>" not in DESCRIBED)


def test_terms_of_the_model_are_described() -> None:
    ours = {subject for subject in DESCRIBED if subject.startswith(f"<{NAMESPACE}")}
    assert len(ours) > 100
    assert not [subject for subject in ours if not (DESCRIBED[subject]["label"] and DESCRIBED[subject]["comment"])]


@pytest.mark.parametrize("one", ONTOLOGY.classes.values(), ids=lambda one: one.name)
def test_class_has_nouns_parents_and_alignment(one: object) -> None:
    labels = one.labels  # type: ignore[attr-defined]
    assert len(labels) >= 10
    assert len(set(labels)) == len(labels)
    assert DESCRIBED[f"<{NAMESPACE}{one.name}>"]["closeMatch"]  # type: ignore[attr-defined]
    assert not [parent for parent in one.parents if parent not in ONTOLOGY.classes]  # type: ignore[attr-defined]


def test_recogniser_labels_name_one_class_each() -> None:
    labels = [label for one in ONTOLOGY.classes.values() for label in one.ner_labels]
    assert sorted(labels) == sorted(set(labels))
    assert {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"} <= set(labels)


@pytest.mark.parametrize("relation", STATED, ids=lambda one: one.name)
def test_relation_is_whole(relation: Relation) -> None:
    assert relation.domain
    assert relation.range
    assert not (relation.domain | relation.range) - ONTOLOGY.classes.keys()
    assert relation.symmetric or relation.inverse in ONTOLOGY.relations
    assert not set(relation.supers) & set(relation.also)
    if relation.symmetric:
        assert relation.domain == relation.range
    if relation.inverse is not None:
        inverse = ONTOLOGY.relations[relation.inverse]
        assert (inverse.domain, inverse.range, inverse.examples, inverse.inverse) == (relation.range, relation.domain, (), None)


@pytest.mark.parametrize("relation", STATED, ids=lambda one: one.name)
def test_relation_has_wordings_enough(relation: Relation) -> None:
    assert len(relation.examples) >= 5
    assert len(stems(relation)) >= 3
    assert [text for text in relation.examples if not parse(text).is_sentence], "no nominal or title wording"
    assert relation.counter_examples


def test_relations_without_wordings_are_inverses_or_have_sub_properties() -> None:
    supers = {iri for one in ONTOLOGY.relations.values() for iri in one.supers}
    assert not [one.name for one in ONTOLOGY.relations.values() if not one.examples and one.iri not in INVERSES | supers]


@pytest.mark.parametrize("name", DEALINGS)
def test_business_is_a_dealing(name: str) -> None:
    (relation,) = (one for one in STATED if one.name == name)
    (dealing,) = (one for one in ONTOLOGY.relations.values() if one.name == "dealing")
    todo, seen = list(relation.supers), set()
    while todo:
        iri = todo.pop()
        seen.add(iri)
        todo.extend(ONTOLOGY.relations[iri].supers if iri in ONTOLOGY.relations else ())
    assert dealing.iri in seen


@pytest.mark.parametrize("relation", STATED, ids=lambda one: one.name)
def test_examples_keep_to_the_notation(relation: Relation) -> None:
    for text in relation.examples + relation.planned_examples + relation.counter_examples:
        example = parse(text)
        assert {word.name for word in example.classed} <= ONTOLOGY.word_classes.keys(), text
        for slot in example.slots:
            allowed = relation.domain if slot.role == "subject" else relation.range
            for name in slot.classes:
                assert name in ONTOLOGY.class_names, text
                assert can_be_both(ONTOLOGY, ONTOLOGY.class_names[name], allowed), f"{text}: {name} never fits"


def can_be_both(ontology: Ontology, one: str, any_of: frozenset[str]) -> bool:
    return any(ontology.is_a(iri, {one}) and ontology.is_a(iri, any_of) for iri in ontology.classes)


@pytest.mark.parametrize("relation", STATED, ids=lambda one: one.name)
def test_no_wording_twice_in_a_relation(relation: Relation) -> None:
    seen: dict[tuple[str, tuple[str, ...]], str] = {}
    for text in relation.examples:
        wording = skeleton(text), order(relation, text)
        assert wording not in seen, f"{text} is {seen[wording]}"
        seen[wording] = text


def order(relation: Relation, text: str) -> tuple[str, ...]:
    """Which argument comes first, where that matters: a house passes a bill, and a bill a house."""
    return () if relation.symmetric else tuple(slot.role for slot in parse(text).slots)


def test_no_wording_of_two_relations_without_reason() -> None:
    wordings: dict[str, list[tuple[Relation, Example]]] = defaultdict(list)
    for relation in STATED:
        for text in relation.examples:
            wordings[skeleton(text)].append((relation, parse(text)))
    clashes = [
        f"{first.name} and {second.name}: {left.text}"
        for same in wordings.values()
        for (first, left), (second, right) in combinations(same, 2)
        if not (first.iri in second.also or second.iri in first.also) and demands(first, left) == demands(second, right)
    ]
    assert not clashes


def test_counter_examples_are_no_examples() -> None:
    """They may differ in the arguments alone: nobody is contracted by a virus."""
    for relation in STATED:
        assert not set(map(plain, relation.examples)) & set(map(plain, relation.counter_examples))


def plain(text: str) -> str:
    return re.sub(r"\[(?:[so]?(?:/[\w|]+)?:)?([^\]]*)\]", r"\1", text)


def python_files() -> Iterator[Path]:
    return Path(kg.__file__).parent.rglob("*.py")


def test_no_python_names_the_ontology() -> None:
    names = {one.name for one in (*ONTOLOGY.classes.values(), *ONTOLOGY.relations.values())}
    iris = re.compile("|".join(rf"{re.escape(prefix)}({'|'.join(sorted(names))})\\b" for prefix in (NAMESPACE, "kg:")))
    of_the_record = {field.name for record in (Article, Statement) for field in fields(record)}  # an article's `published` is no relation
    relations = {one.name for one in ONTOLOGY.relations.values()} - of_the_record
    found: list[str] = []
    for path in python_files():
        text = path.read_text(encoding="utf-8")
        found += [f"{path.name}: {match.group()}" for match in iris.finditer(text)]
        constants = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant))
        found += [f"{path.name}, line {node.lineno}: {node.value!r}" for node in constants if node.value in relations]
    assert not found


def test_the_model_says_of_itself_what_it_is() -> None:
    assert not [one.iri for one in (*ONTOLOGY.classes.values(), *ONTOLOGY.relations.values()) if MODEL in DESCRIBED[f"<{one.iri}>"]]
