"""Examples become patterns: which, which are refused, and that no name of the ontology matters."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.language import Language

from kg.errors import OntologyError
from kg.extractors.articles import create_pipeline
from kg.language.pipeline import statements
from kg.ontology.compile import Compiled, compile_ontology
from kg.ontology.load import load
from kg.ontology.patterns import Node
from kg.resources import folder
from kg.statement import Statement

NS = "https://example.org/zoo#"
PREFIXES = f"""@prefix : <{NS}> .
@prefix kg: <https://w3id.org/accordingto#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
:Agent a owl:Class ; rdfs:label "agent" ; kg:speaks true ; kg:ner_label "ORG" , "PERSON" .
:Cage a owl:Class ; rdfs:label "cage" ; skos:prefLabel "cage" .
:Prey a owl:Class ; rdfs:label "prey" ; skos:prefLabel "mouse" .
:giving a kg:WordClass ; skos:prefLabel "give" ; skos:altLabel "hand out" , "throw" .
:food a kg:WordClass ; skos:prefLabel "cheese" ; skos:altLabel "corn" .
"""
Make = Callable[..., Path]


@pytest.fixture
def ontology(tmp_path: Path) -> Make:
    """Writes an ontology of one relation with these examples (and one counter-example, one planned), and gives its file."""

    def write(*examples: str, counter: str = "", planned: str = "") -> Path:
        literals = " , ".join(f'"{one}"' for one in examples)
        others = [f'kg:{kind}_example "{text}"' for kind, text in (("counter", counter), ("planned", planned)) if text]
        relation = " ; ".join([':tends a owl:ObjectProperty ; rdfs:label "tends"', f"kg:example {literals}", *others])
        path = tmp_path / "zoo.ttl"
        path.write_text(f"{PREFIXES}\n{relation} .\n", encoding="utf-8")
        return path

    return write


def compiled(nlp: Language, path: Path) -> Compiled:
    with nlp.select_pipes(disable=["kg_blocks", "kg", "ner"]):
        return compile_ontology(load([path]), nlp)


def shown(node: Node) -> str:
    """A pattern in one line: `feed(subj: S, obj: O/Prey)`."""
    name = {"subject": "S", "object": "O", "literal": "", "anything": "*", "clause": "do *", "money": "$"}[node.kind] + node.lemma
    classes = "|".join(sorted(iri.removeprefix(NS) for iri in node.classes))
    inner = ", ".join(f"{role}: {shown(child)}" for role, child in sorted(node.edges, key=lambda edge: edge[0]))
    return name + (f"/{classes}" if classes else "") + (f"({inner})" if inner else "")


@pytest.mark.parametrize(
    ("example", "pattern"),
    [
        ("[Tarn] feeds [the mouse].", "feed(obj: O, subj: S)"),
        ("[o:The mouse] was fed by [s:Tarn].", "feed(obj: O, subj: S)"),
        ("[o:The mouse] eats from [s:Tarn].", "eat(from: S, subj: O)"),
        ("[Tarn] cares for [o/Prey:the mouse].", "care(for: O/Prey, subj: S)"),
        ("[s/Agent|Cage:Tarn] feeds [o/Prey:the mouse].", "feed(obj: O/Prey, subj: S/Agent|Cage)"),
        ("[Tarn] threw something to [the mouse].", "throw(obj: *, subj: S, to: O)"),
        ("[Tarn] helped [the mouse] to do something.", "help(comp: do *, obj: O, subj: S)"),
        ("[Tarn] took care of [the mouse].", "take(obj: care, of: O, subj: S)"),
        ("[Tarn] brought up [the mouse].", "bring up(obj: O, subj: S)"),
        ("[Tarn], a keeper of [the mouse]", "keeper(holder: S, of: O)"),
        ("[Tarn]'s feeding of [the mouse]", "feeding(of: O, poss: S)"),
        ("[The mouse] was fed.", "feed(obj: O)"),
        ("[Tarn] pays [the mouse] $5.", "pay(obj: $, subj: S, to: O)"),
        ("[Tarn] threw [the mouse] cheese.", "throw(obj: cheese, subj: S, to: O)"),
        ("[Tarn] threw [the mouse] something.", "throw(obj: *, subj: S, to: O)"),
        ("[Tarn] found [the mouse] guilty.", "find(obj: O, oprd: guilty, subj: S)"),
        ("[Tarn] joined the [Norvale] board.", "join(obj: board(compound: O), subj: S)"),
        ("[Tarn], the cage cleaner of [the mouse]", "cleaner(compound: cage, holder: S, of: O)"),
        ("[Tarn] brought ashore [the mouse].", "bring ashore(obj: O, subj: S)"),
        ("[Tarn] barcoded [the mouse].", "barcode(obj: O, subj: S)"),
        ("[Tarn] fed [the mouse] through [a keeper].", "feed(obj: O, subj: S)"),
    ],
)
def test_what_an_example_becomes(nlp: Language, ontology: Make, example: str, pattern: str) -> None:
    found = compiled(nlp, ontology(example))
    assert not [one for one in found.doubts if not one.gives_pattern]
    assert [shown(one.root) for one in found.patterns] == [pattern]
    assert [(one.relation, one.example) for one in found.patterns] == [(NS + "tends", example)]


@pytest.mark.parametrize(
    ("example", "warning"),
    [
        ("[Tarn] has [the mouse].", "too general"),
        ("[Tarn] does something with [the mouse].", "hang together|too general"),
        ("[Tarn] is [the mouse].", "too general"),
        ("[Tarn feeds the mouse.", "isn't closed"),
        ("Tarn feeds the mouse.", "0 brackets"),
    ],
)
def test_what_is_refused_is_told(nlp: Language, ontology: Make, example: str, warning: str) -> None:
    found = compiled(nlp, ontology(example, "[Tarn] feeds [the mouse]."))
    assert [one.example for one in found.patterns] == ["[Tarn] feeds [the mouse]."]
    (doubt,) = found.doubts
    assert (doubt.relation, doubt.example, doubt.gives_pattern) == (NS + "tends", example, False)
    assert re.search(warning, doubt.why)


def test_readings_of_an_unsure_example_are_told(nlp: Language, ontology: Make) -> None:
    example = "Cheese [Tarn] [the mouse] fed."
    (doubt,) = compiled(nlp, ontology(example)).doubts
    assert (doubt.example, doubt.gives_pattern) == (example, True)
    assert sum(number for _, number in doubt.readings) == 8  # five ways of saying it, and three more since they don't agree
    assert doubt.readings[0][0] == "no pattern"


def test_a_light_verb_is_enough_where_a_class_is_demanded(nlp: Language, ontology: Make) -> None:
    assert [shown(one.root) for one in compiled(nlp, ontology("[Tarn] keeps [o/Prey:the mouse].")).patterns] == [
        "keep(obj: O/Prey, subj: S)"
    ]


def words(node: Node) -> set[frozenset[str]]:
    """The word classes in a pattern."""
    return ({node.lemmas} if node.lemmas else set()) | {one for _, child in node.edges for one in words(child)}


@pytest.mark.parametrize(
    ("example", "pattern", "classes"),
    [
        ("[Tarn] {giving:threw} the cheese to [the mouse].", "throw(obj: cheese, subj: S, to: O)", [{"give", "hand out", "throw"}]),
        ("[Tarn] threw {food:cheese} to [the mouse].", "throw(obj: cheese, subj: S, to: O)", [{"cheese", "corn"}]),
        (
            "[Tarn] {giving:threw} {food:cheese} to [the mouse].",
            "throw(obj: cheese, subj: S, to: O)",
            [{"give", "hand out", "throw"}, {"cheese", "corn"}],
        ),
        ("[Tarn]'s {food:cheese} for [the mouse]", "cheese(for: O, poss: S)", [{"cheese", "corn"}]),
    ],
)
def test_a_word_in_braces_stands_for_its_class(nlp: Language, ontology: Make, example: str, pattern: str, classes: list[set[str]]) -> None:
    found = compiled(nlp, ontology(example))
    assert not [one for one in found.doubts if not one.gives_pattern]
    (one,) = found.patterns
    assert (shown(one.root), one.example) == (pattern, example)
    assert words(one.root) == set(map(frozenset, classes))


def test_a_word_class_that_is_not_there_is_told(nlp: Language, ontology: Make) -> None:
    with pytest.raises(OntologyError, match="names the word class drink, which the ontology doesn't have"):
        compiled(nlp, ontology("[Tarn] gave {drink:milk} to [the mouse]."))


def test_what_kind_of_example_a_pattern_comes_from(nlp: Language, ontology: Make) -> None:
    path = ontology("[Tarn] feeds [the mouse].", counter="[Tarn] feeds [the mouse] lies.", planned="[Tarn] promised to feed [the mouse].")
    kinds = {(one.example.split()[1], one.planned, one.counter) for one in compiled(nlp, path).patterns if "lies" not in one.example}
    assert kinds == {("feeds", False, False), ("promised", True, False)}
    assert [one.counter for one in compiled(nlp, path).patterns if "lies" in one.example] == [True]


def test_a_class_that_is_not_there_is_told(nlp: Language, ontology: Make) -> None:
    with pytest.raises(OntologyError, match="demands the class Tiger, which the ontology doesn't have"):
        compiled(nlp, ontology("[Tarn] feeds [o/Tiger:the mouse]."))


def facts(nlp: Language, text: str) -> set[tuple[str | None, str, str]]:
    return {(one.subject.label if one.subject else None, one.status.value, one.object.label) for one in statements(nlp(text))}


@pytest.mark.parametrize(
    ("example", "text", "wanted"),
    [
        ("[Tarn] feeds [the mouse].", "The mouse was fed by Norvale Group.", {("Norvale Group", "affirmed", "mouse")}),
        ("[Tarn] feeds [the mouse].", "Norvale Group never fed a mouse.", {("Norvale Group", "denied", "mouse")}),
        ("[Tarn] feeds [o/Prey:the mouse].", "Norvale Group feeds the mouse in a cage.", {("Norvale Group", "affirmed", "mouse")}),
        ("[Tarn] feeds [o/Cage:the cage].", "Norvale Group feeds the mouse.", set()),
        ("[Tarn] threw something to [the mouse].", "Norvale Group threw cheese to a mouse.", {("Norvale Group", "affirmed", "mouse")}),
        ("[Tarn] threw something to [the mouse].", "Norvale Group threw a mouse.", set()),
        ("[s/Agent:Norvale] [o:mouse*]", "The Norvale mouse escaped.", {("Norvale", "affirmed", "Norvale mouse")}),
        ("[s/Agent:Norvale] [o:mouse*]", "The Norvale cage broke.", set()),
        ("[o:The mouse] was fed.", "Norvale Group left. A mouse was fed.", {(None, "affirmed", "mouse")}),
        ("[Tarn] feeds [the mouse].", "Norvale Group left. A mouse was fed.", set()),
    ],
)
def test_what_a_pattern_finds(ontology: Make, example: str, text: str, wanted: set[tuple[str | None, str, str]]) -> None:
    assert facts(create_pipeline(ontology_paths=[ontology(example)]), text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norvale Group threw corn to a mouse.", {("Norvale Group", "affirmed", "mouse")}),
        ("Norvale Group gave cheese to a mouse.", {("Norvale Group", "affirmed", "mouse")}),
        ("Norvale Group hands out corn to a mouse.", {("Norvale Group", "affirmed", "mouse")}),
        ("Norvale Group sold corn to a mouse.", set()),
        ("Norvale Group gave stones to a mouse.", set()),
    ],
)
def test_any_word_of_a_class_does(ontology: Make, text: str, wanted: set[tuple[str | None, str, str]]) -> None:
    example = "[Tarn] {giving:threw} {food:cheese} to [the mouse]."
    assert facts(create_pipeline(ontology_paths=[ontology(example)]), text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norvale Group gave cheese to a mouse.", {("Norvale Group", "affirmed", "mouse")}),
        ("Norvale Group gave poisoned cheese to a mouse.", set()),
        ("A mouse was given poisoned corn by Norvale Group.", set()),
        ("Norvale Group gave fresh cheese to a mouse.", {("Norvale Group", "affirmed", "mouse")}),
    ],
)
def test_a_counter_example_of_more_words_blocks(ontology: Make, text: str, wanted: set[tuple[str | None, str, str]]) -> None:
    path = ontology("[Tarn] gave {food:cheese} to [the mouse].", counter="[Tarn] gave poisoned {food:cheese} to [the mouse].")
    assert facts(create_pipeline(ontology_paths=[path]), text) == wanted


def test_a_planned_example_tells_a_plan(ontology: Make) -> None:
    path = ontology("[Tarn] feeds [the mouse].", planned="[Tarn] bought cheese for [the mouse].")
    assert facts(create_pipeline(ontology_paths=[path]), "Norvale Group bought cheese for a mouse.") == {
        ("Norvale Group", "planned", "mouse")
    }


# -- no name matters --------------------------------------------------------------------------------------------------------------------

SENTENCES = (
    "Redfern Logistics, a subsidiary of Halden Foods, hired Brackwell Systems, Helen Marsh said.",
    "Redfern Logistics denied paying Owen Strand $40,000. The company was fined in 2019.",
    "The vendor hired Brackwell Systems.",
    "Vantor Energy spokeswoman Carla Reyes said it may have sued the mayor of Dayton.",
    "Democratic Sen. Miles Okafor will meet with workers at two prisons in Ohio. He opposes the bill.",
    "“We own the Alden Tribune,” said Tom Bellamy, chief executive of Lindmark Capital.",
)
RENAMED = "https://example.org/renamed#"


def renamed(name: str) -> str:
    """Another local name, which also sorts elsewhere."""
    return "x" + name[::-1]


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Language:
    """The pipeline of the ontology that comes with the package, every class and relation renamed, under other file names."""
    shipped = [path for path in sorted(folder("ontology").glob("*.ttl")) if path.name != "model.ttl"]
    known = load(shipped)
    names = {one.name for one in known.classes.values()} | {one.name for one in known.relations.values()}
    new = tmp_path_factory.mktemp("renamed")
    paths = [new / f"{number}.ttl" for number in range(len(shipped))]
    for old, path in zip(shipped, paths, strict=True):
        text = re.sub(r"\bkg:(\w+)", lambda m: f"renamed:{renamed(m[1])}" if m[1] in names else m[0], old.read_text(encoding="utf-8"))
        text = re.sub(r"(\[[so]?/)([\w|]+)(:)", lambda m: m[1] + "|".join(renamed(name) for name in m[2].split("|")) + m[3], text)
        path.write_text(f"@prefix renamed: <{RENAMED}> .\n{text}", encoding="utf-8")
    return create_pipeline(ontology_paths=paths)


def told(one: Statement, name: Callable[[str], str]) -> tuple[object, ...]:
    """All of a statement, relation and classes under the names that the function gives them."""
    entities = [one.subject, one.object, one.attributed_to, *one.reported_by]
    known = [replace(entity, type=name(entity.type)) if entity else None for entity in entities]
    wording = re.sub(r"/[\w|]+:", "/:", one.wording or "")
    parts = one.status, one.modality, one.evidence, one.subject_span, one.object_span, one.amount, one.when
    return name(one.relation), *known, *parts, wording


@pytest.mark.parametrize("text", SENTENCES)
def test_all_names_changed_the_facts_stay(nlp: Language, other: Language, text: str) -> None:
    wanted = [told(one, lambda iri: RENAMED + renamed(iri.rpartition("#")[2])) for one in statements(nlp(text))]
    found = [told(one, str) for one in statements(other(text))]
    assert wanted
    assert sorted(found, key=repr) == sorted(wanted, key=repr)
