"""What is denied, possible or planned is never affirmed."""

from __future__ import annotations

from spacy.language import Language

from tests.extractors.rows import Fact, Row, check, denied, planned, possible, row, table

HIRE = ("Redfern Logistics", "hired", "Brackwell Systems")
ACQUIRE = ("Halden Foods", "acquired", "Corvane Industries")
PAY = ("Vantor Energy", "paid", "Owen Strand")
ADVISE = ("Ruth Calder", "works_for", "Helen Marsh")
ENDORSE = ("Tom Bellamy", "endorsed", "Helen Marsh")
MEET = ("Carla Reyes", "met_with", "Priya Nair")


@table(
    row("Redfern Logistics did not hire Brackwell Systems.", denied(*HIRE)),
    row("Redfern Logistics didn’t hire Brackwell Systems.", denied(*HIRE)),
    row("Redfern Logistics never hired Brackwell Systems.", denied(*HIRE)),
    row("Brackwell Systems was not hired by Redfern Logistics.", denied(*HIRE)),
    row("Brackwell Systems, which was never hired by Redfern Logistics, is growing.", denied(*HIRE)),
    row(
        "Neither Redfern Logistics nor Halden Foods hired Corvane Industries.",
        denied("Redfern Logistics", "hired", "Corvane Industries"),
        denied("Halden Foods", "hired", "Corvane Industries"),
    ),
    row(
        "Redfern Logistics hired neither Brackwell Systems nor Corvane Industries.",
        denied(*HIRE),
        denied("Redfern Logistics", "hired", "Corvane Industries"),
    ),
    row("Lindmark Capital no longer owns the Alden Tribune.", denied("Lindmark Capital", "owns", "Alden Tribune")),
    row("Ruth Calder is not an adviser to Helen Marsh.", denied(*ADVISE)),
    row("Ruth Calder, never an adviser to Helen Marsh, smiled.", denied(*ADVISE)),
    row("Ruth Calder, who was never an adviser to Helen Marsh, smiled.", denied(*ADVISE)),
    row("It is not true that Redfern Logistics hired Brackwell Systems.", denied(*HIRE)),
    row(
        "Redfern Logistics didn't hire Brackwell Systems but sued Vantor Energy.",
        denied(*HIRE),
        Fact("Redfern Logistics", "sued", "Vantor Energy"),
    ),
)
def test_negation(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Vantor Energy refused to pay Owen Strand.", denied(*PAY)),
    row("Halden Foods failed to acquire Corvane Industries.", denied(*ACQUIRE)),
    row("Tom Bellamy declined to endorse Helen Marsh.", denied(*ENDORSE)),
    row("Carla Reyes has yet to meet Priya Nair.", denied(*MEET)),
    row("Halden Foods expanded without acquiring Corvane Industries.", denied(*ACQUIRE)),
    row("Halden Foods decided against acquiring Corvane Industries.", denied(*ACQUIRE)),
    row("Halden Foods avoided paying Owen Strand.", denied("Halden Foods", "paid", "Owen Strand")),
    row("Halden Foods' acquisition of Corvane Industries never happened.", denied(*ACQUIRE)),
    row("Halden Foods was barred from acquiring Corvane Industries.", denied(*ACQUIRE)),
)
def test_what_came_to_nothing(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "“There is no truth to the claim that Vantor Energy paid Owen Strand,” Helen Marsh said.",
        denied("Vantor Energy", "paid", "Owen Strand", by="Helen Marsh"),
    ),
    row("Redfern Logistics denied hiring Brackwell Systems.", denied(*HIRE, by="Redfern Logistics")),
    row("Redfern Logistics denied that it hired Brackwell Systems.", denied(*HIRE, by="Redfern Logistics")),
    row("Redfern Logistics has denied ever having hired Brackwell Systems.", denied(*HIRE, by="Redfern Logistics")),
    row("Redfern Logistics rejected claims that it hired Brackwell Systems.", denied(*HIRE, by="Redfern Logistics")),
    row("Helen Marsh denied that Vantor Energy paid Owen Strand.", denied(*PAY, by="Helen Marsh")),
    row("Vantor Energy disputed that it paid Owen Strand.", denied(*PAY, by="Vantor Energy")),
    row("Redfern Logistics said it did not hire Brackwell Systems.", denied(*HIRE, by="Redfern Logistics")),
    row("Vantor Energy, which denies paying Owen Strand, expanded.", denied(*PAY, by="Vantor Energy")),
)
def test_denial(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Redfern Logistics may have hired Brackwell Systems.", possible(*HIRE)),
    row("Halden Foods might have acquired Corvane Industries.", possible(*ACQUIRE)),
    row("Halden Foods could acquire Corvane Industries.", possible(*ACQUIRE)),
    row("Vantor Energy allegedly paid Owen Strand.", possible(*PAY)),
    row("Redfern Logistics reportedly hired Brackwell Systems.", possible(*HIRE)),
    row("Perhaps Redfern Logistics hired Brackwell Systems.", possible(*HIRE)),
    row("It is possible that Redfern Logistics hired Brackwell Systems.", possible(*HIRE)),
    row("It is unclear whether Redfern Logistics hired Brackwell Systems.", possible(*HIRE)),
    row("Did Redfern Logistics hire Brackwell Systems?", possible(*HIRE)),
    row("If Halden Foods acquired Corvane Industries, prices would rise.", possible(*ACQUIRE)),
    row("Vantor Energy is suspected of paying Owen Strand.", possible(*PAY), extra=True),
    row("Redfern Logistics appears to have hired Brackwell Systems.", possible(*HIRE)),
    row("Vantor Energy is accused of paying Owen Strand.", possible(*PAY), Fact(None, "accused", "Vantor Energy")),
    row(
        "Prosecutors charged Owen Strand with bribing officials.",
        Fact("Prosecutors", "charged", "Owen Strand"),
        possible("Owen Strand", "paid", "officials"),
    ),
    row("Vantor Energy's alleged payments to Owen Strand surprised investors.", possible(*PAY)),
)
def test_possible(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Redfern Logistics should hire Brackwell Systems."),
    row("Redfern Logistics must hire Brackwell Systems."),
    row("Anyone can hire Brackwell Systems."),
    row("Redfern Logistics ended its contract with Brackwell Systems.", Fact("Redfern Logistics", "ended_ties_with", "Brackwell Systems")),
)
def test_what_is_owed_allowed_or_over_is_none(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Redfern Logistics will hire Brackwell Systems.", planned(*HIRE)),
    row("Brackwell Systems will be hired by Redfern Logistics.", planned(*HIRE)),
    row("Halden Foods plans to acquire Corvane Industries.", planned(*ACQUIRE)),
    row("Halden Foods agreed to acquire Corvane Industries.", planned(*ACQUIRE)),
    row("Halden Foods is set to acquire Corvane Industries.", planned(*ACQUIRE)),
    row("Brackwell Systems is to be hired by Redfern Logistics.", planned(*HIRE)),
    row("Redfern Logistics is expected to hire Brackwell Systems.", planned(*HIRE)),
    row("Redfern Logistics wants to hire Brackwell Systems.", planned(*HIRE)),
    row("Redfern Logistics promised to hire Brackwell Systems.", planned(*HIRE)),
    row("Redfern Logistics is about to hire Brackwell Systems.", planned(*HIRE)),
    row("Redfern Logistics is going to hire Brackwell Systems.", planned(*HIRE)),
    row("Halden Foods' planned acquisition of Corvane Industries surprised investors.", planned(*ACQUIRE)),
    row("Brackwell Systems, the firm to be hired by Redfern Logistics, is growing.", planned(*HIRE)),
    row("Halden Foods would acquire Corvane Industries under the deal.", planned(*ACQUIRE)),
    row("Under the deal, Vantor Energy pays Owen Strand $5 million.", planned(*PAY, amount="$5 million")),
    row("Vantor Energy is to pay Owen Strand $5 million under the plan.", planned(*PAY, amount="$5 million")),
    row("Vantor Energy has paid Owen Strand $5 million under the plan.", Fact(*PAY, amount="$5 million")),
    row("Under a plan agreed in May, Redfern Logistics hired Brackwell Systems.", Fact(*HIRE)),
    row("Halden Foods made a bid for Corvane Industries.", planned("Halden Foods", "acquired", "Corvane Industries")),
    row(
        "A judge ordered Vantor Energy to pay the city $3 million.",
        Fact("judge", "penalized", "Vantor Energy", amount="$3 million"),
        planned("Vantor Energy", "paid", "city", amount="$3 million"),
    ),
    row(
        "Vantor Energy will appoint Owen Strand as its new chairman.",
        planned("Vantor Energy", "appointed", "Owen Strand"),
        planned("Owen Strand", "leads", "Vantor Energy"),
    ),
    row("Carla Reyes is headed to Kenya.", planned("Carla Reyes", "visited", "Kenya")),
    row("Carla Reyes headed to Kenya.", Fact("Carla Reyes", "visited", "Kenya")),
    row("The council made a decision to grant the request.", Fact("council", "supports", "request")),
    row("The council decided to reject the plan.", Fact("council", "opposes", "plan")),
    row("The council will make a decision to grant the request.", planned("council", "supports", "request")),
    row("The council made a decision to hire Owen Strand.", planned("council", "hired", "Owen Strand")),
    row("A ruling by the Norby Court would please him.", planned("Norby Court", "authored", "ruling by the Norby Court")),
    row("The ruling by the Norby Court would please him.", Fact("Norby Court", "authored", "ruling by the Norby Court")),
)
def test_planned(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Redfern Logistics will not hire Brackwell Systems.", denied(*HIRE, modality="planned")),
    row("Redfern Logistics does not plan to hire Brackwell Systems.", denied(*HIRE, modality="planned")),
    row("Redfern Logistics may not have hired Brackwell Systems.", denied(*HIRE, modality="possible")),
    row(
        "Halden Foods abandoned plans to acquire Corvane Industries.",
        denied("Halden Foods", "acquired", "Corvane Industries", modality="planned"),
    ),
    row("Halden Foods dropped its plan to acquire Corvane Industries.", denied(*ACQUIRE, modality="planned")),
    row("Redfern Logistics decided not to hire Brackwell Systems.", denied(*HIRE)),
)
def test_denial_of_what_is_not_sure(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "Tessaly Corp. named its treasurer, Carla Reyes, interim president.",
        Fact("Carla Reyes", "holds_office", "interim president"),
        extra=True,
    ),
    row(
        "Tessaly Corp. plans to name its treasurer, Carla Reyes, interim president.",
        planned("Carla Reyes", "holds_office", "interim president"),
        extra=True,
    ),
    row(
        "Halden Foods intends to open an office in Dayton next year, in partnership with Corvane Industries.",
        planned("Halden Foods", "partnered_with", "Corvane Industries"),
        extra=True,
    ),
    row("Reports alleged that Helen Marsh claimed that Vantor Energy paid Owen Strand.", possible(*PAY, by="Reports")),
)
def test_no_surer_than_what_stands_over_it(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Helen Marsh works for Halden Foods but not for Norvale Group.", Fact("Helen Marsh", "works_for", "Halden Foods")),
    row("Helen Marsh works for Halden Foods rather than for Norvale Group.", Fact("Helen Marsh", "works_for", "Halden Foods")),
    row("Helen Marsh works for Halden Foods, never for Norvale Group.", Fact("Helen Marsh", "works_for", "Halden Foods")),
    row("Halden Foods operates in Ohio and not in Texas.", Fact("Halden Foods", "operates_in", "Ohio")),
    row("Halden Foods is owned not by Norvale Group but by Tarn Mutual.", Fact("Tarn Mutual", "owns", "Halden Foods")),
    row("Halden Foods was sued by Norvale Group but not by Tarn Mutual.", Fact("Norvale Group", "sued", "Halden Foods")),
)
def test_what_a_preposition_rules_out_is_not_stated(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "Halden Foods operates in Ohio and in Texas.",
        Fact("Halden Foods", "operates_in", "Ohio"),
        Fact("Halden Foods", "operates_in", "Texas"),
    ),
    row(
        "Halden Foods was sued by Norvale Group and by Tarn Mutual.",
        Fact("Norvale Group", "sued", "Halden Foods"),
        Fact("Tarn Mutual", "sued", "Halden Foods"),
    ),
)
def test_a_preposition_that_is_said_again(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "The court made a decision to grant a request by Helen Marsh.",
        Fact("Helen Marsh", "authored", "request by Helen Marsh"),
        Fact("court", "supports", "request by Helen Marsh"),
    ),
    row("The court may consider a letter by Helen Marsh.", Fact("Helen Marsh", "authored", "letter by Helen Marsh")),
    row(
        "Moves against the state-financed Harbor Radio led to its removal, said Owen Strand.",
        Fact("state", "funded", "Harbor Radio"),
    ),
    row("Vantor Energy will publish a report by Helen Marsh.", planned("Helen Marsh", "authored", "report by Helen Marsh"), extra=True),
)
def test_what_is_there_before_it_is_taken_up(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "Helen Marsh tells her supporters at a Norby rally to go to Sorvenia.",
        planned("supporters", "visited", "Sorvenia"),
        extra=True,
    ),
    row(
        "Helen Marsh says that Owen Strand is unfit to be governor.",
        Fact("Helen Marsh", "criticized", "Owen Strand"),
    ),
    row(
        "Redfern Logistics may convince a court in Norby to stop it.",
        Fact("court in Norby", "located_in", "Norby"),
        extra=True,
    ),
    row("Vantor Energy plans to open a plant in Norby.", planned("plant in Norby", "located_in", "Norby"), extra=True),
)
def test_what_somebody_is_told_or_fit_to_do(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Nothing will happen before Vantor Energy hires Owen Strand.", planned("Vantor Energy", "hired", "Owen Strand")),
    row("A ruling is unlikely until after Vantor Energy hires Owen Strand.", planned("Vantor Energy", "hired", "Owen Strand")),
    row("Nothing happened before Vantor Energy hired Owen Strand.", Fact("Vantor Energy", "hired", "Owen Strand")),
    row(
        "Redfern Logistics sells maps after it buys them from Vantor Energy.",
        Fact("Vantor Energy", "supplied", "Redfern Logistics"),
        extra=True,
    ),
)
def test_the_present_after_until_is_ahead(nlp: Language, one: Row) -> None:
    check(nlp, one)


CLAIM = "The Harbor Ledger reported that Vantor Energy paid Owen Strand."
CLAIMED = Fact(*PAY, by="Harbor Ledger")


@table(
    row(f"{CLAIM} Strand denied it.", CLAIMED, denied(*PAY, by="Owen Strand")),
    row(f"{CLAIM} Ruth Calder said that was not true.", CLAIMED, denied(*PAY, by="Ruth Calder")),
    row(f"{CLAIM} “That is a lie,” Ruth Calder said.", CLAIMED, denied(*PAY, by="Ruth Calder")),
    row(f"{CLAIM} Strand's statement said this was not his view.", CLAIMED, denied(*PAY, by="Owen Strand"), extra=True),
    row(f"{CLAIM} Ruth Calder dismissed those reports as “nonsense”.", CLAIMED, denied(*PAY, by="Ruth Calder"), extra=True),
    row(
        "Helen Marsh said Vantor Energy had paid Owen Strand, which he denies.",
        Fact(*PAY, by="Helen Marsh"),
        denied(*PAY, by="Owen Strand"),
    ),
    row(  # it denies what the report says, not what she is only reported to have said
        "The Harbor Ledger alleged that Helen Marsh said that Vantor Energy had bribed Owen Strand. Marsh denied the allegation.",
        denied("Helen Marsh", "accused", "Vantor Energy", by="Helen Marsh"),
        possible("Helen Marsh", "accused", "Vantor Energy", by="Harbor Ledger"),
        possible("Vantor Energy", "paid", "Owen Strand", by="Harbor Ledger"),
        extra=True,
    ),
)
def test_denials_that_point_back(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Vantor Energy paid Owen Strand. Strand denied it.", Fact(*PAY)),  # the article says so itself
    row(f"{CLAIM} Ruth Calder said that was not a lie.", CLAIMED),
    row(f"{CLAIM} Ruth Calder said it was not true that Strand had left.", CLAIMED),
    row(f"{CLAIM} Ruth Calder denied a report that Strand had left.", CLAIMED),
    row(f"{CLAIM} The town was quiet. Ruth Calder denied it.", CLAIMED),
    row(f"{CLAIM} Ruth Calder said it was late.", CLAIMED),
)
def test_what_points_back_to_no_claim(nlp: Language, one: Row) -> None:
    check(nlp, one)
