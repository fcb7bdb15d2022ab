"""Who says it: the nearest speaker, the outer ones, and none where the article speaks itself."""

from __future__ import annotations

from spacy.language import Language

from tests.extractors.rows import Fact, Row, check, denied, planned, possible, row, table

HIRE = ("Redfern Logistics", "hired", "Brackwell Systems")
PAY = ("Vantor Energy", "paid", "Owen Strand")
TOLD = Fact(*HIRE, by="Helen Marsh")
PAID = Fact(*PAY, by="Helen Marsh")


@table(
    row("Redfern Logistics hired Brackwell Systems, according to the Alden Tribune.", Fact(*HIRE, by="Alden Tribune")),
    row("Brandt charges that Redfern Logistics hired Brackwell Systems.", Fact(*HIRE, by="Brandt"), extra=True),
    row("Brandt charges that firms that gain from it hired Brackwell Systems.", Fact("firms", *HIRE[1:], by="Brandt"), extra=True),
    row("According to the Alden Tribune, Redfern Logistics hired Brackwell Systems.", Fact(*HIRE, by="Alden Tribune")),
    row("Redfern Logistics, according to Helen Marsh, hired Brackwell Systems.", TOLD),
    row("Brackwell Systems was hired by Redfern Logistics, according to Helen Marsh.", TOLD),
)
def test_according_to(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Helen Marsh said that Redfern Logistics hired Brackwell Systems.", TOLD),
    row("Helen Marsh said Redfern Logistics hired Brackwell Systems.", TOLD),
    row("Helen Marsh told reporters that Redfern Logistics hired Brackwell Systems.", TOLD),
    row("Redfern Logistics hired Brackwell Systems, Helen Marsh said.", TOLD),
    row("Redfern Logistics hired Brackwell Systems, said Helen Marsh.", TOLD),
    row("The Alden Tribune reported that Redfern Logistics hired Brackwell Systems.", Fact(*HIRE, by="Alden Tribune")),
    row("Redfern Logistics has not hired Brackwell Systems, the company said.", denied(*HIRE, by="Redfern Logistics")),
    row("Prosecutors said Owen Strand was charged.", Fact(None, "charged", "Owen Strand", by="Prosecutors")),
    row("Critics say Vantor Energy paid Owen Strand.", Fact(*PAY, by="Critics")),
    row("In a statement, Redfern Logistics said it had hired Brackwell Systems.", Fact(*HIRE, by="Redfern Logistics"), extra=True),
    row("Redfern Logistics said it would hire Brackwell Systems.", planned(*HIRE, by="Redfern Logistics")),
    row("Redfern Logistics confirmed that it had hired Brackwell Systems.", Fact(*HIRE, by="Redfern Logistics")),
    row("Helen Marsh said Vantor Energy may have paid Owen Strand.", possible(*PAY, by="Helen Marsh")),
    row("A person familiar with the matter said Vantor Energy paid Owen Strand.", Fact(*PAY, by="person")),
)
def test_said_verb(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("“Redfern Logistics hired Brackwell Systems,” Helen Marsh said.", TOLD),
    row('"Redfern Logistics hired Brackwell Systems," said Helen Marsh.', TOLD),
    row("“Redfern Logistics hired Brackwell Systems,” Helen Marsh said. “Vantor Energy paid Owen Strand.”", TOLD, PAID),
    row("“Redfern Logistics hired Brackwell Systems. Vantor Energy paid Owen Strand,” Helen Marsh said.", TOLD, PAID),
    row("Helen Marsh added: “Vantor Energy paid Owen Strand.”", PAID),
    row("Helen Marsh said, “Vantor Energy paid Owen Strand. Redfern Logistics hired Brackwell Systems.”", TOLD, PAID),
    row("“Vantor Energy paid Owen Strand,” she said.\n\nHelen Marsh smiled.", extra=True),
    row("“Vantor Energy paid Owen Strand,” Helen Marsh said. Redfern Logistics hired Brackwell Systems.", PAID, Fact(*HIRE)),
    row("“Vantor Energy did not pay Owen Strand,” Helen Marsh said.", denied(*PAY, by="Helen Marsh")),
    row(
        "Helen Marsh smiled. “Vantor Energy paid Owen Strand,” she said.",
        Fact("Vantor Energy", "paid", "Owen Strand", by="Helen Marsh"),
    ),
)
def test_quotation(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "The Harbor Ledger reported that Redfern Logistics denied hiring Brackwell Systems.",
        denied(*HIRE, by="Redfern Logistics", via=("Harbor Ledger",)),
    ),
    row("Helen Marsh said Redfern Logistics denied hiring Brackwell Systems.", denied(*HIRE, by="Redfern Logistics", via=("Helen Marsh",))),
    row(
        "The Harbor Ledger reported that Helen Marsh said Vantor Energy paid Owen Strand.",
        Fact(*PAY, by="Helen Marsh", via=("Harbor Ledger",)),
    ),
)
def test_nested(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("“We hired Brackwell Systems,” Redfern Logistics said.", Fact(*HIRE, by="Redfern Logistics")),
    row(
        "“We hired Brackwell Systems,” said Helen Marsh, chief executive of Redfern Logistics.",
        Fact(*HIRE, by="Helen Marsh"),
        Fact("Helen Marsh", "leads", "Redfern Logistics"),
    ),
    row(
        "“We did not pay Owen Strand,” said Vantor Energy spokeswoman Carla Reyes.",
        denied(*PAY, by="Carla Reyes"),
        Fact("Carla Reyes", "spokesperson_for", "Vantor Energy"),
    ),
    row("“I met Priya Nair,” Carla Reyes said.", Fact("Carla Reyes", "met_with", "Priya Nair", by="Carla Reyes")),
    row("“Vantor Energy paid me,” Owen Strand said.", Fact(*PAY, by="Owen Strand")),
)
def test_first_person(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Redfern Logistics hired Brackwell Systems. Helen Marsh said the weather was fine.", Fact(*HIRE)),
    row(
        "Helen Marsh, who owns Corvane Industries, said Vantor Energy paid Owen Strand.",
        Fact("Helen Marsh", "owns", "Corvane Industries"),
        PAID,
    ),
    row("Helen Marsh, whose firm hired Corvane Industries, smiled.", Fact("firm", "hired", "Corvane Industries"), extra=True),
    row(
        "Vantor Energy spokeswoman Carla Reyes said the company paid Owen Strand.",
        Fact("Carla Reyes", "spokesperson_for", "Vantor Energy"),
        Fact(*PAY, by="Carla Reyes"),
    ),
    row("Helen Marsh spoke after Vantor Energy paid Owen Strand.", Fact(*PAY)),
    row("Helen Marsh said little, but Vantor Energy paid Owen Strand.", Fact(*PAY)),
)
def test_own_voice(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "“It is, in our view, a shame,” Helen Marsh, one of those suing Vantor Energy, said.",
        Fact("Helen Marsh", "sued", "Vantor Energy"),
        extra=True,
    ),
    row("The report said that Vantor Energy paid Owen Strand.", Fact(*PAY, by="report"), extra=True),
)
def test_words_around_a_quotation_and_texts_that_say(nlp: Language, one: Row) -> None:
    check(nlp, one)


OWNS = ("Owen Strand", "owns", "Quillon Pictures")


@table(
    row(
        "Helen Marsh said that Owen Strand, who has not been charged, met with Tom Bellamy.",
        denied(None, "charged", "Owen Strand"),
        Fact("Owen Strand", "met_with", "Tom Bellamy", by="Helen Marsh"),
    ),
    row(
        "Helen Marsh is demanding the mayor vow not to pardon Owen Strand, who has not been charged with nor convicted of any crime.",
        denied(None, "charged", "Owen Strand"),
        denied(None, "convicted", "Owen Strand"),
    ),
    row(
        "Helen Marsh said Redfern Logistics sued Owen Strand, who owns Quillon Pictures.",
        Fact("Redfern Logistics", "sued", "Owen Strand", by="Helen Marsh"),
        Fact(*OWNS),
    ),
    row(
        "Helen Marsh denied that Redfern Logistics, which owns Quillon Pictures, had hired Owen Strand.",
        Fact("Redfern Logistics", *OWNS[1:]),
        denied("Redfern Logistics", "hired", "Owen Strand", by="Helen Marsh"),
    ),
    row(
        "Helen Marsh demanded that Redfern Logistics, which hired Owen Strand, apologize.",
        Fact("Redfern Logistics", "hired", "Owen Strand"),
        extra=True,
    ),
)
def test_an_aside_within_somebodys_speech_is_the_articles_own(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "Helen Marsh said that Ruth Calder once sued Owen Strand when she was governor of Ohio.",
        Fact("Ruth Calder", "holds_office", "governor"),
        Fact("Ruth Calder", "sued", "Owen Strand", by="Helen Marsh"),
        extra=True,
    ),
    row(
        "Helen Marsh said that Ruth Calder was governor of Ohio.",
        Fact("Ruth Calder", "holds_office", "governor", by="Helen Marsh"),
        extra=True,
    ),
)
def test_what_only_tells_when_is_the_articles_own(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "Helen Marsh said that Redfern Logistics, which hired Owen Strand, is broke.",
        Fact("Redfern Logistics", "hired", "Owen Strand", by="Helen Marsh"),
        extra=True,
    ),
    row(
        "Redfern Logistics, which owns Quillon Pictures, hired Owen Strand, according to Helen Marsh.",
        Fact("Redfern Logistics", *OWNS[1:], by="Helen Marsh"),
        Fact("Redfern Logistics", "hired", "Owen Strand", by="Helen Marsh"),
    ),
    row(
        "Helen Marsh said, “Owen Strand, who owns Quillon Pictures, sued Vantor Energy.”",
        Fact(*OWNS, by="Helen Marsh"),
        Fact("Owen Strand", "sued", "Vantor Energy", by="Helen Marsh"),
    ),
)
def test_an_aside_that_may_be_the_speakers_stays_with_the_speaker(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "Helen Marsh arrived. Her filing noted published reports alleging that she claimed that Owen Strand had robbed her.",
        possible("Owen Strand", "attacked", "Helen Marsh", by="published reports"),
        extra=True,
    ),
    row("Helen Marsh cited reports that Vantor Energy paid Owen Strand.", possible(*PAY, by="reports")),
    row("Helen Marsh mentioned reports alleging that Vantor Energy paid Owen Strand.", possible(*PAY, by="reports"), extra=True),
    row("The letter noted published reports saying that Vantor Energy paid Owen Strand.", Fact(*PAY, by="published reports")),
    row("Helen Marsh dismissed reports that Vantor Energy paid Owen Strand.", denied(*PAY, by="Helen Marsh"), extra=True),
    row("Some reports that Vantor Energy paid Owen Strand were false.", denied(*PAY, by="reports")),
)
def test_who_takes_up_a_report_is_not_its_source(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Redfern Logistics hired Brackwell Systems, as Helen Marsh put it.", TOLD),
    row(
        "Owen Strand’s affiliation with Tolve University hasn’t saved him from being seen, as Helen Marsh put it, as “the fraud.”",
        Fact("Owen Strand", "works_for", "Tolve University"),
        extra=True,
    ),
)
def test_as_somebody_put_it(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "Henry Bellamy met Tom Marsh. “Redfern Logistics hired Tom Marsh,” he said.",
        Fact("Henry Bellamy", "met_with", "Tom Marsh"),
        Fact("Redfern Logistics", "hired", "Tom Marsh", by="Henry Bellamy"),
    ),
    row(
        "Tom Marsh, she said, had sued Vantor Energy. Helen Marsh smiled.",
        Fact("Tom Marsh", "sued", "Vantor Energy"),
    ),
    row(
        "Helen Marsh scolded him: “Vantor Energy paid Owen Strand,” she said.",
        PAID,
        extra=True,
    ),
    row(
        "Owen Strand attended Tolve College; he has ruled himself out of the race.",
        Fact("Owen Strand", "attended", "Tolve College"),
    ),
    row(
        "Redfern Logistics hired Brackwell Systems; Helen Marsh denied that Vantor Energy paid Owen Strand.",
        Fact(*HIRE),
        denied(*PAY, by="Helen Marsh"),
    ),
)
def test_nobody_speaks_of_himself_by_name_or_before_a_semicolon(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "Vantor Energy reached people in Norby. Vantor Energy disputed that the people working for it paid Owen Strand.",
        Fact("people", "works_for", "Vantor Energy"),
        denied("people", "paid", "Owen Strand", by="Vantor Energy"),
        extra=False,
    ),
    row(
        "Vantor Energy denied that the firm owned by Owen Strand had paid Helen Marsh.",
        Fact("Owen Strand", "owns", "firm"),
        denied("firm", "paid", "Helen Marsh", by="Vantor Energy"),
    ),
    row(
        "Owen Strand denied that he was the man who hired Helen Marsh.",
        denied("Owen Strand", "hired", "Helen Marsh", by="Owen Strand"),
    ),
    row("Vantor Energy denied the claims that it paid Owen Strand.", denied("Vantor Energy", "paid", "Owen Strand", by="Vantor Energy")),
)
def test_a_denial_leaves_be_what_tells_of_whom_it_speaks(nlp: Language, one: Row) -> None:
    check(nlp, one)
