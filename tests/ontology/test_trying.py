"""A sentence is tried: what is found, by which example, and what the nearest wordings lack; as text and as a picture."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from lxml import etree
from rich.console import Console
from spacy.language import Language

from kg.draw.parse import page, save_parse, svg
from kg.errors import UsageError
from kg.extractors.articles import create_pipeline
from kg.ontology.trying.text import show_trial
from kg.ontology.trying.trial import LONGEST, MISSES, Trial, attempt

PORT = """@prefix : <https://example.org/port#> .
@prefix kg: <https://w3id.org/accordingto#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
:Firm a owl:Class ; rdfs:label "firm" ; kg:ner_label "ORG" , "PERSON" ; kg:pronoun "they" , "who" ; kg:speaks true ; kg:default true .
:Ship a owl:Class ; skos:prefLabel "tanker" .
:Harbour a owl:Class ; skos:prefLabel "harbour" .
:insured a owl:ObjectProperty ; rdfs:label "insured" ; rdfs:domain :Firm ; rdfs:range :Ship ; kg:also :covers ;
    kg:example "[Northern Mutual] insured [the tanker]." , "[Northern Mutual] wrote a policy for [the tanker]." ;
    kg:counter_example "[Northern Mutual] insured [the tanker] in jest." .
:covers a owl:ObjectProperty ; rdfs:label "covers" ; rdfs:domain :Firm ; rdfs:range :Ship .
:berthed_at a owl:ObjectProperty ; rdfs:label "berthed at" ; rdfs:domain :Ship ; rdfs:range :Harbour ;
    kg:example "[The tanker] berthed at [the harbour]." .
"""


@pytest.fixture(scope="module")
def nlp(tmp_path_factory: pytest.TempPathFactory) -> Language:
    path = tmp_path_factory.mktemp("port") / "port.ttl"
    path.write_text(PORT, encoding="utf-8")
    return create_pipeline(ontology_paths=[path])


def shown(trial: Trial) -> str:
    out = io.StringIO()
    show_trial(trial, Console(file=out, width=200, highlight=False, markup=False, emoji=False))
    return out.getvalue()


def test_what_is_found_and_by_which_example(nlp: Language) -> None:
    trial = attempt("Northern Mutual denied that it had insured the tanker.", nlp)
    assert [(one.relation, one.example_of, one.statement.status.value) for one in trial.statements] == [
        ("covers", "insured", "denied"),
        ("insured", "insured", "denied"),
    ]
    assert [(one.words, one.classes) for one in trial.mentions] == [("Northern Mutual", ()), ("it", ()), ("tanker", ("Ship",))]
    assert ("insured", "insure", (("subj", "it"), ("obj", "tanker"))) in [
        (one.words, one.lemma, one.arguments) for one in trial.propositions
    ]
    assert {(trial.text[one.start : one.end], one.part) for one in trial.marks if one.relation == "insured"} == {
        ("insured", "trigger"),
        ("it", "subject"),
        ("tanker", "object"),
    }
    text = shown(trial)
    assert "Northern Mutual → insured → tanker  denied, said by Northern Mutual" in text
    assert "by the example of insured [Northern Mutual] insured [the tanker]." in text


@pytest.mark.parametrize(
    ("text", "relation", "lacks"),
    [
        ("Northern Mutual insured itself in May.", "insured", 'the object "itself" is of no known class, where Ship is wanted'),
        ("The harbour insured the tanker.", "insured", 'the subject "harbour" can be Harbour, where Firm is wanted'),
        ("Northern Mutual insured the harbour.", "insured", 'the object "harbour" can be Harbour, where Ship is wanted'),
        ("Northern Mutual insured the lighthouse.", "insured", 'the object "lighthouse" is of no known class, where Ship is wanted'),
        ("The tanker berthed on Monday.", "berthed_at", "“at …” is missing (the object)"),
        ("Northern Mutual wrote a letter for the tanker.", "insured", '"letter" stands where the word "policy" is wanted'),
        ("Northern Mutual wrote for the tanker.", "insured", 'what it is done to is missing (the word "policy")'),
        (
            "Northern Mutual insured the tanker in jest.",
            "insured",
            'its counter-example "[Northern Mutual] insured [the tanker] in jest." won',
        ),
        (
            "Northern Mutual should insure the tanker.",
            "insured",
            "it is found, but said neither to be so nor to be coming, as with “should” or “could”",
        ),
    ],
)
def test_near_misses_say_what_they_lack(nlp: Language, text: str, relation: str, lacks: str) -> None:
    trial = attempt(text, nlp)
    assert trial.statements == ()
    assert (trial.misses[0].relation, trial.misses[0].lacks) == (relation, (lacks,))
    assert lacks in shown(trial)


def test_nothing_is_near_where_no_trigger_is(nlp: Language) -> None:
    trial = attempt("The sea is blue.", nlp)
    assert (trial.statements, trial.misses) == ((), ())
    assert "none: no wording has a word of this text" in shown(trial)


def test_the_nearest_comes_first_and_there_are_not_many(nlp: Language) -> None:
    trial = attempt("The harbour berthed the tanker, and Northern Mutual insured the harbour. " * 20, nlp)
    assert 2 <= len(trial.misses) <= MISSES
    assert [len(one.lacks) for one in trial.misses] == sorted(len(one.lacks) for one in trial.misses)
    assert {one.relation for one in trial.misses} == {"berthed_at", "insured"}


HOSTILE = '<script>alert("x")</script> & \x07\x1b[31m \u202eNorthern Mutual insured the tanker.'


@pytest.mark.parametrize("text", [HOSTILE, "Northern Mutual insured the tanker, and " * 250, "\udcff Tarn", "…", "\x01\x02"])
def test_any_text_can_be_tried_and_drawn(nlp: Language, text: str) -> None:
    trial = attempt(text, nlp)
    told = shown(trial)
    assert not {"\x1b", "\x07", "\u202e"} & set(told)
    assert len(told) < 60_000
    etree.fromstring(svg(trial).encode())
    assert "<script" not in page(trial)
    assert "<script" not in svg(trial)


def test_the_picture_marks_what_statements_rest_on(nlp: Language, tmp_path: Path) -> None:
    trial = attempt("Northern Mutual insured the tanker. The sea is blue.", nlp)
    for suffix in (".svg", ".html"):
        save_parse(trial, tmp_path / f"parse{suffix}")
    drawn = etree.fromstring((tmp_path / "parse.svg").read_bytes())
    words = {one[0].text: [part.text for part in one[1:]] for one in drawn.iter("{*}text") if len(one) > 1}
    assert sorted(words["insured"]) == ["VERB", "covers", "insured"]
    assert sorted(words["Mutual"]) == ["PROPN", "subject of covers", "subject of insured"]
    assert words["blue"] == ["ADJ"]
    html = (tmp_path / "parse.html").read_text(encoding="utf-8")
    assert html.count("<svg") == 2
    assert "http" not in html.replace("http://www.w3.org/", "")
    assert svg(trial) == svg(attempt(trial.text, nlp))


@pytest.mark.parametrize(("text", "message"), [(" \n", "nothing to try"), ("a" * (LONGEST + 1), "at most 20,000")])
def test_what_cannot_be_tried_is_told(nlp: Language, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        attempt(text, nlp)


def test_a_picture_of_another_kind_is_refused(nlp: Language, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"drawn as \.svg or \.html"):
        save_parse(attempt("Northern Mutual insured the tanker.", nlp), tmp_path / "parse.png")
