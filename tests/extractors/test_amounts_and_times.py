"""How much and when, as the article words it and as it comes out."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.extractors.rows import Fact, Row, bounds, check, denied, planned, read, row, table

PAY = ("Vantor Energy", "paid", "Owen Strand")
HIRE = ("Redfern Logistics", "hired", "Brackwell Systems")
PUBLISHED = "2023-05-17"  # a Wednesday


@table(
    row("Vantor Energy paid Owen Strand up to $20 per month.", Fact(*PAY, amount="up to $20 per month")),
    row("Vantor Energy paid workers $1.45 per hour.", Fact("Vantor Energy", "paid", "workers", amount="$1.45 per hour")),
    row("Vantor Energy paid Owen Strand more than $3 million.", Fact(*PAY, amount="more than $3 million")),
    row(
        "Halden Foods acquired Corvane Industries for $1.2 billion.",
        Fact("Halden Foods", "acquired", "Corvane Industries", amount="$1.2 billion"),
    ),
    row(
        "Lindmark Capital invested €40 million in Corvane Industries.",
        Fact("Lindmark Capital", "invested_in", "Corvane Industries", amount="€40 million"),
    ),
    row("The regulator fined Vantor Energy £500,000.", Fact("regulator", "penalized", "Vantor Energy", amount="£500,000")),
    row("Lindmark Capital donated $5,000 to Helen Marsh.", Fact("Lindmark Capital", "funded", "Helen Marsh", amount="$5,000")),
    row("Vantor Energy made $10 million. It paid Owen Strand.", Fact(*PAY)),
    row(
        "Owen Strand and Helen Marsh gave a combined $3 million to Larch University.",
        Fact("Owen Strand", "funded", "Larch University", amount="combined $3 million"),
        Fact("Helen Marsh", "funded", "Larch University", amount="combined $3 million"),
    ),
    row(
        "Another $20 million in Vantor Energy money is headed to the Larch campaign.",
        planned("Vantor Energy", "funded", "Larch campaign", amount="$20 million"),
    ),
    row(
        "Some $5 million in donations from Owen Strand went to the Larch campaign.",
        Fact("Owen Strand", "funded", "Larch campaign", amount="$5 million"),
    ),
    row("Money from the sale went to the Larch campaign."),
    row("Millions of people from Kenya went to Larch University.", Fact("people from Kenya", "attended", "Larch University"), extra=True),
    row("Prisoners make 54 cents an hour at best.", Fact(None, "paid", "Prisoners", amount="54 cents an hour at best")),
    row(
        "Vantor Energy disputed that workers were making that little.",
        denied(None, "paid", "workers", by="Vantor Energy", amount="that little"),
    ),
    row("Vantor Energy denied that it paid Owen Strand that much.", denied(*PAY, by="Vantor Energy", amount="that much")),
    row("Vantor Energy paid Owen Strand. It had that much trouble.", Fact(*PAY)),
    row(
        "Vantor Energy disputed that its workers were making that little.",
        denied("Vantor Energy", "paid", "workers", by="Vantor Energy", amount="that little"),
        Fact("workers", "works_for", "Vantor Energy"),
    ),
)
def test_amount(nlp: Language, one: Row) -> None:
    check(nlp, one)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Vantor Energy paid Owen Strand up to $20 per month.", (None, "20", "USD", "month")),
        ("The rate is up to $20 a month. Vantor Energy disputed that workers were making that little.", (None, "20", "USD", "month")),
        ("Vantor Energy denied that it paid Owen Strand that much.", (None, None, None, None)),
        ("Vantor Energy paid Owen Strand at least £1.5 million.", ("1500000", None, "GBP", None)),
        ("Vantor Energy paid Owen Strand $1.45 an hour.", ("1.45", "1.45", "USD", "hour")),
        ("Halden Foods acquired Corvane Industries for $1.2 billion.", ("1200000000", "1200000000", "USD", None)),
        ("Owen Strand and Helen Marsh donated a combined $3 million to Larch University.", (None, "3000000", "USD", None)),
        ("Owen Strand and Helen Marsh together donated $3 million to Larch University.", (None, "3000000", "USD", None)),
        ("Vantor Energy paid Owen Strand and Helen Marsh $3 million between them.", (None, "3000000", "USD", None)),
        ("Owen Strand and Helen Marsh donated $3 million to Larch University.", ("3000000", "3000000", "USD", None)),
        ("Owen Strand and Helen Marsh donated $3 million each to Larch University.", ("3000000", "3000000", "USD", None)),
        ("Owen Strand donated a total of $3 million to Larch University.", ("3000000", "3000000", "USD", None)),
        ("The workers donated a combined $3 million to Larch University.", ("3000000", "3000000", "USD", None)),
    ],
)
def test_amount_comes_to(nlp: Language, text: str, wanted: tuple[str | None, ...]) -> None:
    assert bounds(s.amount for s in read(nlp, text)._.statements) == {wanted}


@table(
    *(
        row(f"Redfern Logistics hired Brackwell Systems {words}.", Fact(*HIRE, when=when, edtf=edtf), published=PUBLISHED)
        for words, when, edtf in (
            ("on Tuesday", "Tuesday", "2023-05-16"),
            ("in March 2019", "March 2019", "2019-03"),
            ("in 2019", "2019", "2019"),
            ("in the 1990s", "the 1990s", "199X"),
            ("on March 3, 2019", "March 3, 2019", "2019-03-03"),
            ("last month", "last month", "2023-04"),
            ("last year", "last year", "2022"),
            ("in February", "February", "2023-02"),
            ("yesterday", "yesterday", "2023-05-16"),
        )
    ),
    row("Redfern Logistics hired Brackwell Systems on Tuesday.", Fact(*HIRE, when="Tuesday")),
    row("Redfern Logistics hired Brackwell Systems last year.", Fact(*HIRE, when="last year")),
    row("In 2019, Redfern Logistics hired Brackwell Systems.", Fact(*HIRE, when="2019", edtf="2019")),
    row("The plan fell on May 9, when Redfern Logistics hired Brackwell Systems.", Fact(*HIRE, when="May 9")),
    row("Helen Marsh was ill on May 9. When she returned, Redfern Logistics hired Brackwell Systems.", Fact(*HIRE)),
    row("Helen Marsh arrived in 2015. Redfern Logistics hired Brackwell Systems.", Fact(*HIRE)),
    row("Ruth Calder, a former adviser to Helen Marsh, smiled.", Fact("Ruth Calder", "works_for", "Helen Marsh", when="former")),
    row("Former Tessaly Corp. chief executive Tom Bellamy smiled.", Fact("Tom Bellamy", "leads", "Tessaly Corp.", when="Former")),
    row("Prosecutors charged a former executive.", Fact("Prosecutors", "charged", "executive")),
)
def test_time(nlp: Language, one: Row) -> None:
    check(nlp, one)
