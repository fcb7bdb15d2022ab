"""Sentences as tuples of their own words, a construction at a time."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import UsageError
from kg.openie.extraction import open_tuples, table
from kg.openie.tuples import CONFIDENCE, Construction, Nouns

ALL = Nouns(possessives=True, attachments=True)


def told(nlp: Language, text: str, nouns: Nouns = ALL) -> list[str]:
    """The tuples of a sentence, each as its parts with bars between."""
    return [" | ".join((one.subject, one.relation, *one.arguments)) for one in open_tuples(nlp(text), nouns)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # voice, auxiliaries, negation, particles, adverbs
        ("Redfern hired Brackwell in May.", "Redfern | hired | Brackwell | in May"),
        ("Brackwell was hired by Redfern in May.", "Brackwell | was hired by | Redfern | in May"),
        ("Redfern has not hired Brackwell.", "Redfern | has not hired | Brackwell"),
        ("Redfern might have been sued by Brackwell.", "Redfern | might have been sued by | Brackwell"),
        ("Redfern brought Brackwell in.", "Redfern | brought in | Brackwell"),
        ("Redfern quickly hired Brackwell.", "Redfern | quickly hired | Brackwell"),
        ("Redfern relies heavily on Brackwell.", "Redfern | relies on | Brackwell | heavily"),
        ("Did Redfern hire Brackwell?", "Redfern | Did hire | Brackwell"),
        # several arguments, and what stands before the subject
        ("Redfern gave Brackwell a contract.", "Redfern | gave | Brackwell | a contract"),
        ("Marsh was awarded a medal by the city.", "Marsh | was awarded | a medal | by the city"),
        ("Last year Redfern moved its staff to Salem.", "Redfern | moved | its staff | to Salem | Last year"),
        ("When prices fell, Redfern closed the mine.", "Redfern | closed | the mine | When prices fell"),
        # copulas
        ("Helen Marsh is the mayor of Salem.", "Helen Marsh | is | the mayor of Salem"),
        ("Helen Marsh is often late.", "Helen Marsh | is often | late"),
        ("Helen Marsh is responsible for the budget.", "Helen Marsh | is responsible for | the budget"),
        ("There were three mines in the valley.", "There | were | three mines in the valley"),
        # one relation of several verbs
        ("Redfern wants to begin to buy Brackwell.", "Redfern | wants to begin to buy | Brackwell"),
        ("Redfern agreed in principle to sell its mines to Halden.", "Redfern | agreed in principle to sell | its mines | to Halden"),
        ("Redfern is ready to buy Brackwell.", "Redfern | is ready to buy | Brackwell"),
        ("The city told Redfern to hire Brackwell.", "The city | told | Redfern | to hire Brackwell"),
        # clauses as arguments, and speech
        ("Helen Marsh said that Redfern hired Brackwell.", "Helen Marsh | said that | Redfern hired Brackwell"),
        ("Helen Marsh said that Redfern hired Brackwell.", "Redfern | hired | Brackwell"),
        ("“Redfern will hire Brackwell,” Helen Marsh said.", "Helen Marsh | said | Redfern will hire Brackwell"),
        ("Redfern made an offer; Brackwell refused it.", "Brackwell | refused | it"),
        # joined verbs and objects
        ("In May, Redfern met Brackwell and hired Halden.", "Redfern | hired | Halden | In May"),
        ("Redfern will meet and hire Brackwell.", "Redfern | will hire | Brackwell"),
        ("Redfern bought mines, ships and a bank.", "Redfern | bought | ships"),
        ("Redfern and Halden own the bank.", "Redfern and Halden | own | the bank"),
        # relative clauses
        ("The firm that Redfern hired is growing in Salem.", "Redfern | hired | The firm"),
        ("The firm that Redfern hired is growing in Salem.", "The firm | is growing in | Salem"),
        ("The firm, which was hired by Redfern, lost money.", "The firm | was hired by | Redfern"),
        ("The firm whose owner fled to Peru lost money.", "The firm 's owner | fled to | Peru"),
        ("Helen Marsh left the firm for which she worked.", "she | worked for | the firm"),
        ("Helen Marsh left the firm she worked for.", "she | worked for | the firm"),
        ("Helen Marsh lives in a town where Redfern runs three mines.", "Redfern | runs | three mines | in a town"),
        # participles and gerunds
        ("The firm hired by Redfern lost money.", "The firm | was hired by | Redfern"),
        ("The firms hired by Redfern lose money.", "The firms | are hired by | Redfern"),
        ("Redfern closed two mines, citing costs.", "Redfern | was citing | costs"),
        ("Redfern grew by hiring Brackwell.", "Redfern | grew by hiring | Brackwell"),
        # names and nouns
        ("Helen Marsh, the mayor of Salem, praised Redfern.", "Helen Marsh | is | the mayor of Salem"),
        ("The mayor of Salem, Helen Marsh, praised Redfern.", "Helen Marsh | is | The mayor of Salem"),
        ("Redfern (a miner) hired Brackwell.", "Redfern | is | a miner"),
        ("The lawyers praised campaign adviser Helen Marsh.", "Helen Marsh | is | campaign adviser"),
        ("Redfern's lawyer sued Brackwell.", "Redfern | has | lawyer"),
        ("A dispute between Redfern and Brackwell ended.", "A dispute | is between | Redfern and Brackwell"),
        # as benchmarks write it
        ("Redfern hired Brackwell 's `` best '' engineers .", "Redfern | hired | Brackwell 's `` best '' engineers"),
    ],
)
def test_a_construction_has_its_tuple(nlp: Language, text: str, wanted: str) -> None:
    assert wanted in told(nlp, text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Redfern wants to buy Brackwell.", ["Redfern | wants to buy | Brackwell"]),
        ("Redfern closed two mines, citing costs.", ["Redfern | closed | two mines", "Redfern | was citing | costs"]),
        ("Instead of hiring Brackwell, Redfern closed the mine.", ["Redfern | closed | the mine | Instead of hiring Brackwell"]),
        ("Redfern bought Brackwell without raising money.", ["Redfern | bought | Brackwell | without raising money"]),
        ("Redfern grew without raising money.", ["Redfern | grew without | raising money", "Redfern | grew without raising | money"]),
        ("Redfern knows what happened.", ["Redfern | knows | what happened"]),
        ("The old mine.", []),
    ],
)
def test_a_sentence_has_no_others(nlp: Language, text: str, wanted: list[str]) -> None:
    assert told(nlp, text) == wanted


def test_which_nouns_make_tuples_is_the_callers_choice(nlp: Language) -> None:
    text = "Helen Marsh, Redfern's lawyer in Salem, smiled."
    assert told(nlp, text, Nouns(appositions=False)) == ["Helen Marsh | smiled"]
    assert told(nlp, text, Nouns()) == ["Helen Marsh | smiled", "Helen Marsh | is | Redfern's lawyer in Salem"]
    assert "Redfern | has | lawyer in Salem" in told(nlp, text, Nouns(possessives=True))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Redfern hired Brackwell.", Construction.CLAUSE),
        ("Redfern is a miner.", Construction.COPULA),
        ("Redfern fell.", Construction.INTRANSITIVE),
        ("The firm hired by Redfern fell.", Construction.PARTICIPLE),
        ("The city told Redfern to hire Brackwell.", Construction.INFINITIVE),
    ],
)
def test_a_tuple_knows_its_construction(nlp: Language, text: str, wanted: Construction) -> None:
    assert wanted in {one.construction for one in open_tuples(nlp(text))}


def test_every_construction_has_its_confidence() -> None:
    assert set(CONFIDENCE) == set(Construction)
    assert all(0 < value < 1 for value in CONFIDENCE.values())


def test_the_table_has_a_line_for_each_tuple_and_for_a_sentence_without() -> None:
    lines = ["\ufeff Redfern  hired\tBrackwell . \n", "\n", "The old mine .\n", "Redfern fell . Halden rose .\n"]
    first, second, *rest = table(lines)
    assert first.endswith("Redfern\thired\tBrackwell\tconf=0.72\n")
    assert second == "The old mine .\n"
    assert all(one.startswith("Redfern fell . Halden rose .\t") for one in rest)


def test_a_line_that_no_parser_takes_is_said() -> None:
    with pytest.raises(UsageError, match="Line 2 has over"):
        list(table(["Redfern fell.", "x" * 1_000_001]))


WORDS = st.sampled_from(
    [
        *"Redfern hired Halden the vendor's “ ” `` '' -LRB- ( ) , . ; : — and or not who which whose where that to by of".split(),
        *"what for if in May , a mayor Helen Marsh 5 %".split(),
        *"is was been being hired hiring wants told said ready there it whose without instead".split(),
        *("\t", "\n", "🙂", "é", ""),
    ]
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.lists(WORDS, max_size=30).map(" ".join), st.text(max_size=60)))
@example("")
@example("who who which that")
def test_any_text(nlp: Language, text: str) -> None:
    doc: Doc = nlp(text)
    for one in open_tuples(doc, ALL):
        assert one.subject.strip()
        assert one.relation.strip()
        assert not any(set("\t\n") & set(part) for part in (one.subject, one.relation, *one.arguments))
