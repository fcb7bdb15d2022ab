"""Leave-one-out: the sentences that are made of an example, and what is found in them with and without it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.language.model import load_model
from kg.language.tokens import Doc
from kg.ontology.cache import compiled
from kg.ontology.checking.participles import Participles
from kg.ontology.checking.trials import Recall, Trial, recalls, try_examples
from kg.ontology.checking.variants import refilled, varied
from kg.ontology.examples import parse
from kg.ontology.load import load

ONTOLOGY = """@prefix : <https://example.org/port#> .
@prefix kg: <https://w3id.org/accordingto#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:Firm a owl:Class ; rdfs:label "firm" .
:Ship a owl:Class ; rdfs:label "tanker" .
:insured a owl:ObjectProperty ; rdfs:label "insured" ; rdfs:domain :Firm ; rdfs:range :Ship ;
    kg:example "[Northern Mutual] insured [the tanker]." , "[o:The tanker] was insured by [s:Northern Mutual]." ,
        "[Northern Mutual], the insurer of [the tanker]" , "[Northern Mutual] covered [the tanker] through [the broker]." .
:wrecked a owl:ObjectProperty ; rdfs:label "wrecked" ; rdfs:domain :Firm ; rdfs:range :Ship ;
    kg:example "[Northern Mutual] ran [the tanker] aground." , "[Northern Mutual] paid to insure [the tanker]." ;
    kg:counter_example "[Northern Mutual] insured [the tanker]." .
"""
NS = "https://example.org/port#"


@pytest.fixture(scope="module")
def parser() -> Language:
    nlp = load_model()
    nlp.disable_pipe("ner")
    return nlp


@pytest.fixture(scope="module")
def trials(parser: Language, tmp_path_factory: pytest.TempPathFactory) -> list[Trial]:
    path = tmp_path_factory.mktemp("port") / "port.ttl"
    path.write_text(ONTOLOGY, encoding="utf-8")
    ontology = load([path])
    chosen = [(relation, text) for relation in ontology.relations.values() for text in relation.examples]
    return [*try_examples(ontology, compiled(ontology, parser), chosen, parser)]


def test_each_example_finds_itself_and_those_that_say_the_same_without_it(trials: list[Trial]) -> None:
    assert recalls(trials) == {
        NS + "insured": {"fillers": Recall(4, 4, 2), "tense": Recall(2, 2, 1), "voice": Recall(3, 3, 2)},
        NS + "wrecked": {"fillers": Recall(2, 2, 0), "tense": Recall(2, 2, 0), "voice": Recall(1, 1, 0)},
    }


def test_what_else_fires_is_told_with_its_example(trials: list[Trial]) -> None:
    fired = {one.example: one.fired for one in trials if one.fired}
    assert [*fired] == ["[Northern Mutual] paid to insure [the tanker]."]
    assert {relation for relation, _ in fired["[Northern Mutual] paid to insure [the tanker]."]} == {NS + "insured"}


@pytest.mark.parametrize(
    ("example", "wanted"),
    [
        ("[Northern Mutual] insured [the tanker].", ["Velmar Holdings insured the rival."]),
        ("[o:presidential] candidate [s:Dana Whitlock]", ["Everybody knows presidential candidate Velmar Holdings."]),
        ("[Norvale Group] hired [o/Person:Dana Whitlock].", ["Velmar Holdings hired Dana Whitlock."]),
        ("[Norvale Group]'s [o/Work:bill*]", ["Everybody knows Velmar Holdings's bill."]),
        ("[o:The vendor] rests.", ["The rival rests."]),
        ("[Norvale Group] hired [Dana Whitlock] through [the broker].", ["Velmar Holdings hired Ines Calloway through the agent."]),
    ],
)
def test_brackets_get_other_words_but_where_these_matter(example: str, wanted: list[str]) -> None:
    variant = refilled(parse(example), None)
    assert [variant.text] == wanted
    assert len({variant.text[start:end] for start, end in variant.ranges}) == len(parse(example).slots)


@pytest.mark.parametrize(
    ("example", "tense", "voice"),
    [
        ("[Mara Jones] hired [Dana Whitlock].", "had hired", "Ines Calloway was hired by Velmar Holdings."),
        ("[Mara Jones] brought in [the vendor].", "had brought in", "The rival was brought in by Velmar Holdings."),
        ("[Mara Jones] wrote [the book] for money.", "had written", "The rival was written for money by Velmar Holdings."),
        ("[Mara Jones] accuses [Dana Whitlock] of theft.", "had accused", "Ines Calloway was accused of theft by Velmar Holdings."),
        ("[The firm] was bought by [s:Mara Jones] for $5.", None, "Velmar Holdings had bought the rival for $5."),
        ("[Mara Jones] works for [Norvale Group].", "had worked", None),
        ("[Mara Jones] will hire [Dana Whitlock].", None, None),
        ("[Mara Jones] is the boss of [Dana Whitlock].", None, None),
    ],
)
def test_tense_and_voice_are_changed_where_the_parse_tells_how(
    parser: Language, example: str, tense: str | None, voice: str | None
) -> None:
    first = refilled(parse(example), None)
    found = {one.kind: one for one in varied(first, Doc(parser(first.text)), Participles.of(parser))}
    assert ("tense" in found) == (tense is not None)
    assert tense is None or tense in found["tense"].text
    assert (found["voice"].text if "voice" in found else None) == voice
    for one in found.values():
        assert {one.text[start:end].lower() for start, end in one.ranges} == {first.text[s:e].lower() for s, e in first.ranges}


@pytest.mark.parametrize(
    ("lemma", "past", "participle"),
    [
        ("hire", "hired", "hired"),
        ("sue", None, "sued"),
        ("deny", None, "denied"),
        ("pay", "paid", "paid"),
        ("plan", None, "planned"),
        ("give", "gave", "given"),
        ("begin", "began", "begun"),
        ("bear", "bore", "borne"),
        ("run", "ran", "run"),
        ("become", "became", "become"),
        ("buy", "bought", "bought"),
        ("put", "put", "put"),
        ("set", None, "set"),
        ("zorble", None, "zorbled"),
    ],
)
def test_participles(parser: Language, lemma: str, past: str | None, participle: str) -> None:
    assert Participles.of(parser)(lemma, past) == participle


def test_without_exceptions_verbs_are_regular() -> None:
    assert [Participles({})(lemma) for lemma in ("hire", "deny", "play", "walk")] == ["hired", "denied", "played", "walked"]
