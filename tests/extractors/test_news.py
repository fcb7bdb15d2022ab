"""Sentences as agencies write them: several constructions in each."""

from __future__ import annotations

from spacy.language import Language

from tests.extractors.rows import Fact, Row, check, denied, planned, row, table


@table(
    row(
        "Two people familiar with the deal said Halden Foods had agreed to buy Corvane Industries for $1.2 billion in cash.",
        planned("Halden Foods", "acquired", "Corvane Industries", by="Two people", amount="$1.2 billion"),
    ),
    row(
        "Workers hired through Brackwell Systems were paid $1.45 an hour, the Harbor Ledger reported last week.",
        Fact(None, "paid", "Workers", by="Harbor Ledger", amount="$1.45 an hour"),
        Fact(None, "hired", "Workers", by="Harbor Ledger"),
    ),
    row(
        "Ruth Calder joined Redfern Logistics as chief financial officer in March.",
        Fact("Redfern Logistics", "hired", "Ruth Calder", when="March"),
        extra=True,
    ),
    row("Owen Strand's attorney, Carla Reyes, declined to comment.", Fact("Carla Reyes", "works_for", "Owen Strand")),
    row(
        "The union, which represents 900 nurses, endorsed Helen Marsh over Tom Bellamy.",
        Fact("union", "endorsed", "Helen Marsh"),
        Fact("900 nurses", "member_of", "union"),
    ),
    row("Vantor Energy has not been charged.", denied(None, "charged", "Vantor Energy")),
    row("Neither the mayor nor Vantor Energy responded."),
    row("The lawsuit, filed by the city against Vantor Energy, went on.", Fact("city", "sued", "Vantor Energy"), extra=True),
    row("The hospital, where Ruth Calder was treated, is run by Tessaly Corp.", Fact("Tessaly Corp.", "operates", "hospital"), extra=True),
    row(
        "Priya Nair won the race, defeating Miles Okafor, who was endorsed by Tom Bellamy.",
        Fact("Priya Nair", "defeated", "Miles Okafor"),
        Fact("Tom Bellamy", "endorsed", "Miles Okafor"),
    ),
    row(
        "Vantor Energy, which is owned by Lindmark Capital, said it had paid Owen Strand $40,000 to lobby Congress.",
        Fact("Lindmark Capital", "owns", "Vantor Energy"),
        Fact("Vantor Energy", "paid", "Owen Strand", by="Vantor Energy", amount="$40,000"),
        extra=True,
    ),
    row(
        "The city, which sued Vantor Energy in 2019, has not paid Carla Reyes, according to the Harbor Ledger.",
        denied("city", "paid", "Carla Reyes", by="Harbor Ledger"),
        Fact("city", "sued", "Vantor Energy", by="Harbor Ledger", when="2019", edtf="2019"),
    ),
)
def test_news(nlp: Language, one: Row) -> None:
    check(nlp, one)
