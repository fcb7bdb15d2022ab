"""What is learnt from annotated sentences: Turtle that a person can read, and that finds facts of things never seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kg.ontology.learning.turtle import turtle
from kg.ontology.load import load
from kg.statement import Status, Value
from tests.ontology.learn.conftest import FERRIES, GOLDEN, Read

if TYPE_CHECKING:
    from pathlib import Path

    from kg.ontology.learning.learner import Lesson
    from kg.ontology.learning.samples import Sample
    from kg.statement import Statement


def _learnt() -> str:
    return GOLDEN.read_text(encoding="utf-8")


def _triggers() -> str:
    """What was learnt without the examples, which say most of what the triggers tell."""
    return re.sub(r"    kg:example\n(?: {8}.*\n)+", "", _learnt())


def _told(found: tuple[Statement, ...]) -> set[tuple[str, str, str, str]]:
    """Subject, relation, object and status of each statement."""
    return {
        (
            one.subject.label if one.subject else "",
            one.relation.rpartition("#")[2],
            one.object.lexical if isinstance(one.object, Value) else one.object.label,
            one.status.value,
        )
        for one in found
    }


def test_the_turtle_is_the_golden_one(lesson: Lesson, samples: list[Sample]) -> None:
    assert turtle(lesson, len(samples)) == GOLDEN.read_text(encoding="utf-8")


def test_the_turtle_says_what_was_learnt(lesson: Lesson) -> None:
    read_again = load([FERRIES, GOLDEN])
    for iri, relation in read_again.relations.items():
        assert relation.triggers == lesson.ontology.relations[iri].triggers
        assert sorted(relation.examples) == sorted(lesson.ontology.relations[iri].examples)
        assert relation.counter_triggers == lesson.ontology.relations[iri].counter_triggers
    for iri, one in read_again.classes.items():
        assert one.ner_labels == lesson.ontology.classes[iri].ner_labels


def test_most_of_what_is_held_out_is_found(lesson: Lesson) -> None:
    right = sum(one.right for one in lesson.tallies.values())
    assert sum(one.facts for one in lesson.tallies.values()) == 48
    assert right >= 40


@pytest.mark.parametrize("learnt", [_learnt(), _triggers()], ids=["all", "triggers"])
@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "The Larkin Rover was launched in 1984 and is moored at Thornby.",
            {("Larkin Rover", "launched", "1984", "affirmed"), ("Larkin Rover", "home_port", "Thornby", "affirmed")},
        ),
        (
            "Anna Brandt skippers the Larkin Rover, which has 212 berths.",
            {("Larkin Rover", "captain", "Anna Brandt", "affirmed"), ("Larkin Rover", "berths", "212", "affirmed")},
        ),
        ("The Larkin Rover was not launched in 1984.", {("Larkin Rover", "launched", "1984", "denied")}),
        ("The Larkin Rover may be moored at Thornby.", {("Larkin Rover", "home_port", "Thornby", "possible")}),
        ("The Larkin Rover will be moored at Thornby.", {("Larkin Rover", "home_port", "Thornby", "planned")}),
        ("Was the Larkin Rover launched in 1984?", {("Larkin Rover", "launched", "1984", "possible")}),
        ("Anna Brandt painted the Larkin Rover.", set()),
    ],
)
def test_what_was_never_seen_is_found_with_its_status(read: Read, learnt: str, text: str, facts: set[tuple[str, str, str, str]]) -> None:
    assert _told(read(learnt, text)) == facts


@pytest.mark.parametrize(("learnt", "wording"), [(_learnt(), "[The Aldwin Star] was launched in [1987]."), (_triggers(), "launched [o]")])
def test_a_statement_shows_its_evidence_its_speaker_and_its_wording(read: Read, learnt: str, wording: str) -> None:
    text = "The Larkin Rover is old. Anna Brandt said that the Larkin Rover was launched in 1984."
    (found,) = read(learnt, text)
    assert found.evidence.text == "Anna Brandt said that the Larkin Rover was launched in 1984."
    assert text[found.object_span.start : found.object_span.end] == "1984"
    assert found.attributed_to is not None
    assert found.attributed_to.label == "Anna Brandt"
    assert found.wording == wording
    assert found.status is Status.AFFIRMED


def test_what_is_said_is_as_sure_as_the_saying(read: Read) -> None:
    (found,) = read(_triggers(), "Anna Brandt denied that the Larkin Rover was launched in 1984.")
    assert found.status is Status.DENIED


def test_without_its_wordings_a_relation_isnt_found(read: Read) -> None:
    text = "The Larkin Rover was launched in 1984 and is moored at Thornby."
    without = _learnt()
    start = without.index(":launched\n")
    without = without[:start] + without[without.index(":berths\n") :]
    assert {fact[1] for fact in _told(read(without, text))} == {"home_port"}


def test_an_ontology_without_triggers_looks_for_none() -> None:
    from kg.extractors.cues import CueIndex

    assert not CueIndex(load([FERRIES]))
    assert not CueIndex(load())


def test_the_command_tells_what_was_learnt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from typer.testing import CliRunner

    from kg.cli.app import app
    from tests.ontology.learn.conftest import SENTENCES

    out = tmp_path / "learnt.ttl"
    bad = tmp_path / "some.jsonl"
    bad.write_text(SENTENCES.read_text(encoding="utf-8") + '{"text": "No triples."}\n', encoding="utf-8")
    done = CliRunner().invoke(app, ["ontology", "learn", str(bad), str(out), "--ontology", str(FERRIES)])
    assert done.exit_code == 0, done.output
    assert "launched: 12 facts" in done.stderr
    assert "some.jsonl, line 25: triples: field required." in done.stderr
    assert out.read_text(encoding="utf-8") == GOLDEN.read_text(encoding="utf-8")
