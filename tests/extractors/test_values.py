"""Relations to literals: what the words come to in the relation's datatype, and how sure."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from kg.extractors.articles import create_pipeline
from kg.statement import Amount, Statement, Value
from tests.extractors.rows import read

ONTOLOGY = Path(__file__).with_name("values.ttl")
PUBLISHED = "2023-05-17"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return create_pipeline(ontology_paths=[ONTOLOGY])


def told(one: Statement) -> tuple[str | None, ...]:
    """Subject, relation, the words and what they come to, and the status where it isn't affirmed."""
    value = one.object
    assert isinstance(value, Value)
    kind = value.datatype.rpartition("#")[2]
    found = (one.subject.label if one.subject else None, one.relation.rpartition("#")[2], value.label, value.lexical, kind)
    return found if one.status == "affirmed" else (*found, one.status)


def found(nlp: Language, text: str) -> list[tuple[str | None, ...]]:
    doc = read(nlp, text, published=PUBLISHED)
    for one in doc._.statements:
        if isinstance(one.object, Value):
            assert doc.text[one.object_span.start : one.object_span.end] == one.object.label
    return [told(one) for one in doc._.statements if isinstance(one.object, Value)]


T = "Tarnwick Freight"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tarnwick Freight was founded in 1998.", ("1998", "1998", "gYear")),
        ("Tarnwick Freight was founded in May 2011.", ("May 2011", "2011-05", "gYearMonth")),
        ("Tarnwick Freight was founded on 3 May 2011.", ("3 May 2011", "2011-05-03", "date")),
        ("Tarnwick Freight was founded on May 3, 2011, in Aldwin.", ("May 3, 2011", "2011-05-03", "date")),
        ("Tarnwick Freight was founded in March.", ("March", "2023-03", "gYearMonth")),
        ("Founded in 1998, Tarnwick Freight makes paper.", ("1998", "1998", "gYear")),
        ("Tarnwick Freight, which was founded in 1998, makes paper.", ("1998", "1998", "gYear")),
        ("In 1998 Dana Whitlock founded Tarnwick Freight.", ("1998", "1998", "gYear")),
        ("Tarnwick Freight, founded 1998, makes paper.", ("1998", "1998", "gYear")),
        ("Tarnwick Freight was founded 12 May 1998.", ("12 May 1998", "1998-05-12", "date")),
        ("Tarnwick Freight was founded last year.", ("last year", "2022", "gYear")),
        ("Tarnwick Freight was founded yesterday.", ("yesterday", "2023-05-16", "date")),
        ("Tarnwick Freight was founded on Tuesday.", ("Tuesday", "2023-05-16", "date")),
        ("Tarnwick Freight was not founded in 1998.", ("1998", "1998", "gYear", "denied")),
        ("Dana Whitlock denied that Tarnwick Freight was founded in 1998.", ("1998", "1998", "gYear", "denied")),
        ("Tarnwick Freight may have been founded in 1998.", ("1998", "1998", "gYear", "possible")),
        ("Tarnwick Freight will be founded in 2031.", ("2031", "2031", "gYear", "planned")),
    ],
)
def test_a_date_is_as_precise_as_its_words(nlp: Language, text: str, wanted: tuple[str, ...]) -> None:
    assert found(nlp, text) == [(T, "founded_on", *wanted)]


@pytest.mark.parametrize("words", ["in 1998", "in May 1998", "on May 3, 1998"])
def test_a_date_is_no_more_precise_than_its_datatype(nlp: Language, words: str) -> None:
    ((*_, lexical, kind),) = found(nlp, f"Tarnwick Freight was established {words}.")
    assert (lexical, kind) == ("1998", "gYear")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tarnwick Freight employs 8,500 people.", ("8,500 people", "8500")),
        ("Tarnwick Freight employs more than 8,500 full-time workers.", ("more than 8,500 full-time workers", "8500")),
        ("Tarnwick Freight employs about two hundred and fifty people.", ("about two hundred and fifty people", "250")),
        ("Tarnwick Freight employs twenty-five people.", ("twenty-five people", "25")),
        ("Tarnwick Freight employs a dozen people.", ("a dozen people", "12")),
        ("Tarnwick Freight employs 1.2 million people.", ("1.2 million people", "1200000")),
        ("Tarnwick Freight's 300 employees went home.", ("300 employees", "300")),
        ("The 300 employees of Tarnwick Freight went home.", ("300 employees", "300")),
        ("Tarnwick Freight had 300 employees.", ("300 employees", "300")),
        ("Dana Whitlock runs Tarnwick Freight, with 300 employees.", ("300 employees", "300")),
        ("The 300 people employed by Tarnwick Freight went home.", ("300 people", "300")),
        ("Tarnwick Freight does not employ 300 people.", ("300 people", "300", "denied")),
        ("Tarnwick Freight plans to employ 300 people.", ("300 people", "300", "planned")),
        ("Tarnwick Freight advertised for 300 people.", ("300 people", "300", "planned")),
        ("Tarnwick Freight reportedly employs 300 people.", ("300 people", "300", "possible")),
    ],
)
def test_an_integer(nlp: Language, text: str, wanted: tuple[str, ...]) -> None:
    words, lexical, *status = wanted
    assert found(nlp, text) == [(T, "staff", words, lexical, "integer", *status)]


@pytest.mark.parametrize(
    ("text", "relation", "value", "amount"),
    [
        ("had revenue of $3.2 million", "revenue", ("3200000", "decimal"), ("$3.2 million", "3200000", "3200000", "USD", None)),
        (
            "had a revenue of 12 million euros",
            "revenue",
            ("12000000", "decimal"),
            ("12 million euros", "12000000", "12000000", "EUR", None),
        ),
        (
            "had revenue of at least £1.5 million",
            "revenue",
            ("1500000", "decimal"),
            ("at least £1.5 million", "1500000", None, "GBP", None),
        ),
        ("'s $3 million revenue fell", "revenue", ("3000000", "decimal"), ("$3 million", "3000000", "3000000", "USD", None)),
        ("'s revenue of $3 million fell", "revenue", ("3000000", "decimal"), ("$3 million", "3000000", "3000000", "USD", None)),
        ("'s margin was 2.5 percent", "margin", ("2.5", "double"), ("2.5 percent", "2.5", "2.5", None, "percent")),
        ("had a margin of 2.5 percent", "margin", ("2.5", "double"), ("2.5 percent", "2.5", "2.5", None, "percent")),
        ("employs more than 300 people", "staff", ("300", "integer"), ("more than 300 people", "300", None, None, None)),
        ("employs 300 people", "staff", ("300", "integer"), None),
    ],
)
def test_what_a_number_alone_does_not_say_is_the_amount(
    nlp: Language, text: str, relation: str, value: tuple[str, str], amount: tuple[str | None, ...] | None
) -> None:
    doc = read(nlp, f"Tarnwick Freight {text}.".replace(" '", "'"))
    (one,) = doc._.statements
    assert (told(one)[1], told(one)[3:]) == (relation, value)
    assert _told(one.amount) == amount


def _told(amount: Amount | None) -> tuple[str | None, ...] | None:
    return amount and (amount.words, amount.low, amount.high, amount.currency, amount.unit)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('Tarnwick Freight has adopted the slogan "Freight and fate".', ("slogan", "Freight and fate", "Freight and fate", "string")),
        ("Tarnwick Freight's slogan is “Fast freight”.", ("slogan", "Fast freight", "Fast freight", "string")),
        ("“Fast freight” is the slogan of Tarnwick Freight.", ("slogan", "Fast freight", "Fast freight", "string")),
        ("The slogan of Tarnwick Freight was not “Fast Freight”.", ("slogan", "Fast Freight", "Fast Freight", "string", "denied")),
        ("Tarnwick Freight is listed as TRF.", ("symbol", "TRF", "TRF", "string")),
        ("Tarnwick Freight is not listed as TRF.", ("symbol", "TRF", "TRF", "string", "denied")),
        ("Tarnwick Freight is not listed as TRF 4411.", ("symbol", "TRF 4411", "TRF 4411", "string", "denied")),
        ("Tarnwick Freight entered 1998 into the register.", ("noted", "1998", "1998", "gYear")),
        ("Tarnwick Freight entered 12 barrels into the register.", ("noted", "12 barrels", "12", "integer")),
        ("Tarnwick Freight entered 2.5 tons into the register.", ("noted", "2.5 tons", "2.5", "decimal")),
        ("Tarnwick Freight entered a complaint into the register.", ("noted", "complaint", "complaint", "string")),
    ],
)
def test_a_text_and_whatever_the_words_are(nlp: Language, text: str, wanted: tuple[str, ...]) -> None:
    assert found(nlp, text) == [(T, *wanted)]


@pytest.mark.parametrize(
    "text",
    [
        "Tarnwick Freight was founded in Ohio.",
        "Tarnwick Freight was founded by Dana Whitlock.",
        "Tarnwick Freight was founded in the 1990s.",
        "Tarnwick Freight was founded in anger.",
        "Tarnwick Freight employs Dana Whitlock.",
        "Tarnwick Freight employs workers.",
        "Tarnwick Freight employs 300 to 400 people.",
        "Tarnwick Freight employs between 300 and 400 people.",
        "Tarnwick Freight employs 300-400 people.",
        "Tarnwick Freight employs two thirds of the town.",
        "Tarnwick Freight employs 2.5 people.",
        "Tarnwick Freight spent $3 million.",
        "Tarnwick Freight employs $3 million.",
        "Tarnwick Freight had revenue of 300 barrels.",
        "Tarnwick Freight had revenue of $3 million to $4 million.",
        "Tarnwick Freight's slogan was laughed at.",
        "Tarnwick Freight employs 300 people in thought.",
    ],
)
def test_what_is_no_value_of_the_datatype_states_nothing(nlp: Language, text: str) -> None:
    assert found(nlp, text) == []


def test_a_wording_joined_to_another_gives_the_other_its_own_reading(nlp: Language) -> None:
    assert found(nlp, "Tarnwick Freight was incorporated in May 2011.") == [
        (T, "founded_in", "May 2011", "2011", "gYear"),
        (T, "incorporated", "May 2011", "2011-05", "gYearMonth"),
    ]


def test_a_date_that_is_the_value_is_no_time_besides(nlp: Language) -> None:
    (founded,) = read(nlp, "Tarnwick Freight was founded in 1998.")._.statements
    assert founded.when is None
    (revenue,) = read(nlp, "Tarnwick Freight had revenue of $3 million in 2019.")._.statements
    assert revenue.when is not None
    assert revenue.when.edtf == "2019"


def test_a_value_is_no_entity(nlp: Language) -> None:
    (one,) = read(nlp, "Tarnwick Freight employs 300 people, Dana Whitlock said.")._.statements
    assert [entity.label for entity in one.entities] == ["Tarnwick Freight", "Dana Whitlock"]
