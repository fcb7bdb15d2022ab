"""Relations suggested from what articles say: which, in what order, and that a build with them finds what they were made from."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

import kg
from kg.cli.main import main
from kg.language.tokens import Doc
from kg.ontology.load import load
from kg.statement import Entity, Statement
from kg.suggesting import Suggested, suggest_for
from kg.suggesting.finding import Place, Saying, sayings
from kg.suggesting.grouping import Found, Suggestion
from kg.suggesting.turtle import NAMESPACE, turtle

TEXTS = {
    "choir": "Nora Pell mentored Simon Crake in Wexcombe. Edith Varga, a granddaughter of Kate Marrow, hired Helen Marsh.",
    "court": "Simon Crake was mentored by Edith Varga, who has long admired Rufus Penn. Nora Pell told Edith Varga about it.",
    "quay": "Clara Penn is a granddaughter of Nora Pell. Helen Marsh, mentored by Kate Marrow, planted a tree for Rufus Penn.",
}


@pytest.fixture(scope="module")
def suggested(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> Suggested:
    folder = tmp_path_factory.mktemp("suggest")
    with build(folder) as graph:
        return suggest_for(graph, nlp, least=1)


def build(folder: Path, *ontology: Path) -> kg.Graph:
    (folder / "articles").mkdir(exist_ok=True)
    for name, text in TEXTS.items():
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    return kg.build(folder / "articles", folder / "kg.db", ontology=ontology or None)


def test_what_is_suggested_most_frequent_first(suggested: Suggested) -> None:
    told = [(one.name, len(one.found), one.articles, one.example) for one in suggested.relations]
    assert told == [
        ("mentored", 3, 3, "[Nora Pell] mentored [Simon Crake]."),
        ("granddaughter_of", 2, 2, "[Clara Penn] is a granddaughter of [Nora Pell]."),
        ("planted_tree_for", 1, 1, "[Helen Marsh] planted a tree for [Rufus Penn]."),
    ]
    assert suggested.propositions == 6


def test_the_turtle_is_ready_to_be_accepted(suggested: Suggested) -> None:
    first = suggested.turtle.split("\n\n")[1]
    assert first.splitlines()[:6] == [
        "# 3 propositions in 3 articles: 3 person → person",
        "my:mentored a owl:ObjectProperty ;",
        '    rdfs:label "mentored" ;',
        "    rdfs:domain kg:Person ;",
        "    rdfs:range kg:Person ;",
        '    kg:example "[Nora Pell] mentored [Simon Crake]." .',
    ]
    assert first.splitlines()[6].endswith(" 0–43: Nora Pell mentored Simon Crake in Wexcombe.")


def test_accepted_as_written_the_next_build_finds_them(suggested: Suggested, tmp_path: Path) -> None:
    accepted = tmp_path / "accepted.ttl"
    accepted.write_text(suggested.turtle, encoding="utf-8")
    with build(tmp_path, accepted) as graph:
        stated = {_told(one) for one in graph.statements() if one.relation.startswith(NAMESPACE)}
    assert stated == {
        (NAMESPACE + one.name, each.saying.subject.label, each.saying.object.label, each.saying.place.start)
        for one in suggested.relations
        for each in one.found
    }


def _told(one: Statement) -> tuple[str, str | None, str, int]:
    assert isinstance(one.object, Entity)
    return one.relation, one.subject.label if one.subject else None, one.object.label, one.evidence.start


@pytest.mark.parametrize(
    "text",
    [
        "Tarnwick Freight hired Ostrel Guarding.",  # a relation covers it
        "Ostrel Guarding was not hired by Tarnwick Freight, Nora Pell said.",
        "Nora Pell told Simon Crake that it rained.",  # speech
        "Nora Pell believes Simon Crake.",
        "Nora Pell wants Simon Crake to leave.",
        "Nora Pell has Simon Crake.",  # light
        "Nora Pell is Simon Crake.",
        "Nora Pell mentored a student.",  # nobody known
        "The teacher mentored the student in Ohio.",
        "Nora Pell slept in Ohio.",  # where, when, how
        "Nora Pell sang during the Kelder Festival.",
        "Nora Pell sang like Simon Crake.",
    ],
)
def test_what_is_no_suggestion(nlp: Language, text: str) -> None:
    assert [one.predicate for one in sayings(Doc(nlp(text)), nlp.get_pipe("kg").extractor)] == []  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Nora Pell mentored Simon Crake.", ("verb", "mentor", "", "obj")),
        ("Simon Crake, whom Nora Pell never mentored, left.", ("verb", "mentor", "", "obj")),
        ("Simon Crake was tutored by Nora Pell.", ("verb", "tutor", "", "obj")),
        ("Nora Pell planted a young tree for Simon Crake.", ("verb", "plant", "tree", "for")),
        ("Nora Pell, a granddaughter of Simon Crake, left.", ("noun", "granddaughter", "", "of")),
        ("Nora Pell is Simon Crake's granddaughter.", ("noun", "granddaughter", "", "of")),
    ],
)
def test_what_is_one(nlp: Language, text: str, predicate: tuple[str, ...]) -> None:
    assert [one.predicate for one in sayings(Doc(nlp(text)), nlp.get_pipe("kg").extractor)] == [predicate]  # type: ignore[attr-defined]


def test_nothing_in_a_text_leaves_its_place_in_the_turtle(nlp: Language, tmp_path: Path) -> None:
    who = Entity("x", "urn:x#y", 'A" . my:evil a owl:Class . #', ("A",), True)
    place = Place(0, 9, "One.\nmy:evil a owl:Class .\u2028my:worse a owl:Class .\r")
    saying = Saying("verb", "x", "x", "VBD", "", "", "obj", who, who, ("A", "B"), place)
    found = (Found("urn:x\nmy:evil a owl:Class .", saying),)
    known = nlp.get_pipe("kg").ontology  # type: ignore[attr-defined]
    person = next(iri for iri, each in known.classes.items() if each.given_names)
    one = Suggestion("good", 'a "good\\ one\n', '[A] "x\\" [B].\n', (person, who.type), (person,), found)
    path = tmp_path / "hostile.ttl"
    path.write_text(turtle([one], known), encoding="utf-8")
    loaded = load([path])
    assert not any(iri.startswith(NAMESPACE) for iri in loaded.classes)
    assert [iri for iri in loaded.relations if iri.startswith(NAMESPACE)] == [NAMESPACE + "good"]


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path).close()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(["ontology", "suggest", "kg.db", "--limit", "1"])
    shown = capsys.readouterr()
    assert ended.value.code == 0
    assert [line for line in shown.out.splitlines() if line.startswith("my:")] == ["my:mentored a owl:ObjectProperty ;"]
    assert shown.err == "Suggested 1 relation, of 6 propositions that none covers.\n"
