"""One fact in many constructions: voice, clauses, conjunction, light verbs, nouns, titles."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.extractors.rows import Fact, Row, check, planned, row, table

HIRED = Fact("Redfern Logistics", "hired", "Brackwell Systems")
ACQUIRED = Fact("Halden Foods", "acquired", "Corvane Industries")
PAID = Fact("Vantor Energy", "paid", "Owen Strand")
SUED = Fact("city", "sued", "Vantor Energy")
FOUNDED = Fact("Victor Osei", "founded", "Quillon Pictures")
ADVISES = Fact("Ruth Calder", "works_for", "Helen Marsh")
ENDORSED = Fact("Tom Bellamy", "endorsed", "Helen Marsh")
DISMISSED = Fact("Tessaly Corp.", "dismissed", "Owen Strand")
LEADS = Fact("Tom Bellamy", "leads", "Tessaly Corp.")
UNIT = Fact("Corvane Industries", "part_of", "Halden Foods")
SPEAKS_FOR = Fact("Carla Reyes", "spokesperson_for", "Vantor Energy")
MET = Fact("Carla Reyes", "met_with", "Priya Nair")
OWNS = Fact("Lindmark Capital", "owns", "Alden Tribune")


@table(
    row("Redfern Logistics hired Brackwell Systems.", HIRED),
    row("Halden Foods acquired Corvane Industries.", ACQUIRED),
    row("Lindmark Capital owns the Alden Tribune.", OWNS),
    row("Victor Osei founded Quillon Pictures.", FOUNDED),
    row("The city sued Vantor Energy.", SUED),
    row("Helen Marsh criticized Tom Bellamy.", Fact("Helen Marsh", "criticized", "Tom Bellamy")),
    row("Police arrested Owen Strand.", Fact("Police", "arrested", "Owen Strand")),
    row("Brackwell Systems lobbied Congress.", Fact("Brackwell Systems", "lobbied", "Congress")),
    row("Carla Reyes met with Priya Nair.", MET),
    row("Tom Bellamy endorsed Helen Marsh.", ENDORSED),
    row("Ruth Calder defeated Miles Okafor.", Fact("Ruth Calder", "defeated", "Miles Okafor")),
    row("Helen Marsh lives in Denver.", Fact("Helen Marsh", "lives_in", "Denver")),
    row("Carla Reyes visited Kenya.", Fact("Carla Reyes", "visited", "Kenya")),
    row("Vantor Energy paid Owen Strand.", PAID),
)
def test_active(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Brackwell Systems was hired by Redfern Logistics.", HIRED),
    row("Corvane Industries has been acquired by Halden Foods.", ACQUIRED),
    row("Vantor Energy was sued by the city.", SUED),
    row("The Alden Tribune is owned by Lindmark Capital.", OWNS),
    row("Helen Marsh was endorsed by Tom Bellamy.", ENDORSED),
    row("Quillon Pictures was founded by Victor Osei.", FOUNDED),
    row("Tom Bellamy is being investigated by the FBI.", Fact("FBI", "investigated", "Tom Bellamy")),
    row("Miles Okafor was appointed by Helen Marsh.", Fact("Helen Marsh", "appointed", "Miles Okafor")),
    row("Owen Strand got fired by Tessaly Corp.", DISMISSED),
    row("Owen Strand was born in Lisbon.", Fact("Owen Strand", "born_in", "Lisbon")),
)
def test_passive(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("The firm that hired Brackwell Systems is small.", Fact("firm", "hired", "Brackwell Systems")),
    row("Brackwell Systems, which was hired by Redfern Logistics, is growing.", HIRED),
    row("Brackwell Systems, which Redfern Logistics hired, is growing.", HIRED),
    row("Victor Osei, who founded Quillon Pictures, smiled.", FOUNDED),
    row("Reporters described the vendor that acquired Corvane Industries.", Fact("vendor", "acquired", "Corvane Industries")),
    row("Miles Okafor, whom Ruth Calder defeated, went home.", Fact("Ruth Calder", "defeated", "Miles Okafor")),
    row("The city, which had sued Vantor Energy, waited.", SUED),
)
def test_relative_clause(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Brackwell Systems, hired by Redfern Logistics, is growing.", HIRED),
    row("The vendor hired by Redfern Logistics is growing.", Fact("Redfern Logistics", "hired", "vendor")),
    row("A contractor paid by Vantor Energy cleaned the river.", Fact("Vantor Energy", "paid", "contractor")),
    row("A newspaper owned by Lindmark Capital closed.", Fact("Lindmark Capital", "owns", "newspaper")),
    row("The executive appointed by Helen Marsh arrived.", Fact("Helen Marsh", "appointed", "executive")),
    row("Investors watched the firm suing Vantor Energy.", Fact("firm", "sued", "Vantor Energy")),
)
def test_reduced_participle(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Halden Foods expanded, acquiring Corvane Industries.", ACQUIRED),
    row("Tessaly Corp. cut costs by dismissing Owen Strand.", DISMISSED),
)
def test_participial_adverbial(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Halden Foods managed to acquire Corvane Industries.", ACQUIRED),
    row("Brackwell Systems began lobbying Congress.", Fact("Brackwell Systems", "lobbied", "Congress")),
    row("Tessaly Corp. was forced to dismiss Owen Strand.", DISMISSED),
)
def test_control_and_raising(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Redfern Logistics and Halden Foods hired Brackwell Systems.", HIRED, Fact("Halden Foods", "hired", "Brackwell Systems")),
    row("Redfern Logistics hired Brackwell Systems and Owen Strand.", HIRED, Fact("Redfern Logistics", "hired", "Owen Strand")),
    row("Halden Foods acquired Corvane Industries and sued Vantor Energy.", ACQUIRED, Fact("Halden Foods", "sued", "Vantor Energy")),
    row("Owen Strand was arrested and charged.", Fact(None, "arrested", "Owen Strand"), Fact(None, "charged", "Owen Strand")),
    row("The city sued Vantor Energy, and Redfern Logistics hired Brackwell Systems.", SUED, HIRED),
    row("Carla Reyes and Priya Nair met in Norby.", MET, extra=True),
    row(
        "Carla Reyes and Priya Nair met Owen Strand.",
        Fact("Carla Reyes", "met_with", "Owen Strand"),
        Fact("Priya Nair", "met_with", "Owen Strand"),
    ),
)
def test_conjunction(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Vantor Energy paid Owen Strand $40,000.", Fact("Vantor Energy", "paid", "Owen Strand", amount="$40,000")),
    row("Vantor Energy paid $40,000 to Owen Strand.", Fact("Vantor Energy", "paid", "Owen Strand", amount="$40,000")),
    row("Owen Strand was paid $40,000 by Vantor Energy.", Fact("Vantor Energy", "paid", "Owen Strand", amount="$40,000")),
    row("The state awarded Tessaly Corp. a contract.", Fact("state", "contracted", "Tessaly Corp.")),
    row("Tessaly Corp. was awarded a contract by the state.", Fact("state", "contracted", "Tessaly Corp.")),
    row("Brackwell Systems sold trucks to Redfern Logistics.", Fact("Brackwell Systems", "supplied", "Redfern Logistics")),
)
def test_ditransitive(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Redfern Logistics brought in Brackwell Systems.", HIRED),
    row("Redfern Logistics brought Brackwell Systems in.", HIRED),
    row("Brackwell Systems was brought in by Redfern Logistics.", HIRED),
    row("Halden Foods took over Corvane Industries.", ACQUIRED),
    row("Tessaly Corp. let Owen Strand go.", DISMISSED),
    row("Victor Osei set up Quillon Pictures.", FOUNDED),
    row("Vantor Energy transferred some amount of that money down to the workers.", Fact("Vantor Energy", "paid", "workers")),
    row("Vantor Energy transferred the money over to the workers.", Fact("Vantor Energy", "paid", "workers")),
    row("Harbor Radio operates on 12 Kenyan stations.", Fact("Harbor Radio", "operates_in", "Kenyan"), extra=True),
)
def test_phrasal_verb(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Carla Reyes held a meeting with Priya Nair.", MET, extra=True),
    row("Carla Reyes paid a visit to Kenya.", Fact("Carla Reyes", "visited", "Kenya")),
    row("Vantor Energy cut ties with Owen Strand.", Fact("Vantor Energy", "ended_ties_with", "Owen Strand")),
    row("The regulator imposed a fine on Vantor Energy.", Fact("regulator", "penalized", "Vantor Energy")),
    row("The regulator opened an investigation into Vantor Energy.", Fact("regulator", "investigated", "Vantor Energy")),
    row("Redfern Logistics signed a contract with Brackwell Systems.", Fact("Redfern Logistics", "contracted", "Brackwell Systems")),
    row("Lindmark Capital made a donation to Helen Marsh.", Fact("Lindmark Capital", "funded", "Helen Marsh")),
)
def test_light_verb(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Redfern Logistics' hiring of Brackwell Systems surprised investors.", HIRED),
    row("Halden Foods' acquisition of Corvane Industries surprised investors.", ACQUIRED),
    row("Tom Bellamy's endorsement of Helen Marsh surprised voters.", ENDORSED),
    row("The city's lawsuit against Vantor Energy surprised investors.", SUED),
    row("Vantor Energy's payments to Owen Strand surprised investors.", PAID),
    row("The dismissal of Owen Strand by Tessaly Corp. surprised investors.", DISMISSED),
    row("Carla Reyes's meeting with Priya Nair lasted an hour.", MET),
    row("The arrest of Owen Strand surprised neighbors.", Fact(None, "arrested", "Owen Strand")),
    row(
        "The mayor contradicted a report in the Harbor Ledger.",
        Fact("Harbor Ledger", "published", "report in the Harbor Ledger"),
    ),
    row(
        "The acquisition of Corvane Industries by Halden Foods surprised investors.",
        Fact("Halden Foods", "acquired", "Corvane Industries"),
    ),
)
def test_nominalisation(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Ruth Calder, an adviser to Helen Marsh, smiled.", ADVISES),
    row("Corvane Industries, a subsidiary of Halden Foods, expanded.", UNIT),
    row("Victor Osei, the founder of Quillon Pictures, smiled.", FOUNDED),
    row("Tom Bellamy, chief executive of Tessaly Corp., smiled.", LEADS),
    row("Carla Reyes, a spokeswoman for Vantor Energy, smiled.", SPEAKS_FOR),
)
def test_apposition(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Helen Marsh's husband, Owen Strand, smiled.", Fact("Helen Marsh", "spouse_of", "Owen Strand")),
    row("Tom Bellamy's daughter, Ruth Calder, smiled.", Fact("Tom Bellamy", "parent_of", "Ruth Calder")),
    row("Vantor Energy's lawyer, Carla Reyes, smiled.", Fact("Carla Reyes", "works_for", "Vantor Energy")),
    row("Quillon Pictures's founder, Victor Osei, smiled.", FOUNDED),
    row("Halden Foods' subsidiary Corvane Industries expanded.", UNIT, extra=True),
    row("Quillon Media's founder, Victor Osei, smiled.", Fact("Victor Osei", "founded", "Quillon Media")),
    row("Carla Reyes, whose brother, Tom Bellamy, smiled, left.", Fact("Carla Reyes", "sibling_of", "Tom Bellamy")),
)
def test_possessive(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Vantor Energy spokeswoman Carla Reyes smiled.", SPEAKS_FOR),
    row("Tessaly Corp. chief executive Tom Bellamy smiled.", LEADS),
    row("Quillon Pictures founder Victor Osei smiled.", FOUNDED),
    row("Halden Foods subsidiary Corvane Industries expanded.", UNIT),
    row("Dallas-based Brackwell Systems expanded.", Fact("Brackwell Systems", "located_in", "Dallas")),
)
def test_compound_title(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Ruth Calder is an adviser to Helen Marsh.", ADVISES),
    row("Corvane Industries is a subsidiary of Halden Foods.", UNIT),
    row("Corvane is a subsidiary of Halden Foods.", Fact("Corvane", "part_of", "Halden Foods")),
    row("Victor Osei was the founder of Quillon Pictures.", FOUNDED),
    row("Tom Bellamy became chief executive of Tessaly Corp.", LEADS),
    row("The owner of the Alden Tribune is Lindmark Capital.", OWNS),
    row("Brackwell Systems is based in Dallas.", Fact("Brackwell Systems", "located_in", "Dallas")),
    row("Owen Strand is the husband of Helen Marsh.", Fact("Helen Marsh", "spouse_of", "Owen Strand")),
)
def test_copula(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Ruth Calder works as an adviser to Helen Marsh.", ADVISES),
    row("Ruth Calder served as chairwoman of Quillon Pictures.", Fact("Ruth Calder", "leads", "Quillon Pictures")),
    row("Helen Marsh appointed Miles Okafor as police chief.", Fact("Helen Marsh", "appointed", "Miles Okafor"), extra=True),
    row("Tessaly Corp. hired Carla Reyes as a spokeswoman.", Fact("Tessaly Corp.", "hired", "Carla Reyes"), extra=True),
)
def test_as(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Owen Strand was arrested.", Fact(None, "arrested", "Owen Strand")),
    row("Owen Strand was convicted.", Fact(None, "convicted", "Owen Strand")),
    row("Owen Strand was fired.", Fact(None, "dismissed", "Owen Strand")),
    row("Vantor Energy was fined $2 million.", Fact(None, "penalized", "Vantor Energy", amount="$2 million")),
    row("Ruth Calder, who was killed, lived alone.", Fact(None, "killed", "Ruth Calder")),
)
def test_unstated_subject(nlp: Language, one: Row) -> None:
    check(nlp, one)


@pytest.mark.parametrize(
    "text",
    [
        "Helen Marsh ran a marathon.",
        "Brackwell Systems met the deadline.",
        "The train hit a tree.",
        "Redfern Logistics expanded last year.",
        "Owen Strand bought a sandwich.",
        "The storm killed the lights.",
        "Tom Bellamy and Carla Reyes smiled.",
        "A spokeswoman declined to comment.",
    ],
)
def test_nothing_is_said(nlp: Language, text: str) -> None:
    check(nlp, row(text))


@table(
    row(
        "Redfern Logistics hired Brackwell Systems and Owen Strand will sue Vantor Energy.",
        HIRED,
        planned("Owen Strand", "sued", "Vantor Energy"),
    ),
    row(
        "Redfern Logistics hired Brackwell Systems and Owen Strand sued Vantor Energy.", HIRED, Fact("Owen Strand", "sued", "Vantor Energy")
    ),
    row(
        "Redfern Logistics hired Brackwell Systems and Owen Strand and sued Vantor Energy.",
        HIRED,
        Fact("Redfern Logistics", "hired", "Owen Strand"),
        Fact("Redfern Logistics", "sued", "Vantor Energy"),
    ),
)
def test_whoever_opens_a_second_clause_is_no_object_of_the_first(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "The biggest donors, Owen Strand and Helen Marsh, sued Vantor Energy.",
        Fact("Owen Strand", "sued", "Vantor Energy"),
        Fact("Helen Marsh", "sued", "Vantor Energy"),
        extra=True,
    ),
)
def test_those_whom_an_apposition_names_each_did_it(nlp: Language, one: Row) -> None:
    check(nlp, one)
