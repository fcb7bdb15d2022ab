"""Several named together, whom a plural pronoun, "the two" or "the couple" mean; and what else "it" and "the court" can't mean."""

from __future__ import annotations

from spacy.language import Language

from tests.extractors.rows import Fact, Row, check, denied, row, table

HIRED_BOTH = (Fact("Owen Strand", "hired", "Ruth Calder"), Fact("Helen Marsh", "hired", "Ruth Calder"))
OWN = (Fact("Owen Strand", "owns", "Tessaly Corp."), Fact("Helen Marsh", "owns", "Tessaly Corp."))


@table(
    row("Owen Strand and Helen Marsh founded Vantor Energy. They own Tessaly Corp.", *OWN, extra=True),
    row("Vantor Energy hired Owen Strand and Helen Marsh. They own Tessaly Corp.", *OWN, extra=True),
    row("Owen Strand and his wife, Helen Marsh, arrived. They own Tessaly Corp.", *OWN, extra=True),
    row(
        "Vantor Energy and Halden Foods sued the regulator, which oversees them.",
        Fact("regulator", "regulates", "Vantor Energy"),
        Fact("regulator", "regulates", "Halden Foods"),
        extra=True,
    ),
    row(
        "Threats to Vantor Energy and Halden Foods led to their removal from the plants in which they were operating.",
        Fact("Vantor Energy", "operates_in", "plants"),
        Fact("Halden Foods", "operates_in", "plants"),
    ),
    row(
        "Owen Strand and Helen Marsh arrived. Their lawyer, Ruth Calder, resigned.",
        Fact("Ruth Calder", "works_for", "Owen Strand"),
        Fact("Ruth Calder", "works_for", "Helen Marsh"),
    ),
)
def test_a_plural_pronoun_means_each_of_those_named_together(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Owen Strand or Helen Marsh will win. They own Tessaly Corp."),
    row("Owen Strand and Helen Marsh sued them."),
    row("Owen Strand and Helen Marsh arrived. One of them hired Ruth Calder."),
    row("Owen Strand and Helen Marsh arrived. Some of them hired Ruth Calder."),
    row("“They own Tessaly Corp.,” Owen Strand and Helen Marsh said."),
    row("Owen Strand and Helen Marsh arrived. Helen Marsh sued them."),
    row("Owen Strand and Helen Marsh arrived. Ruth Calder spoke. It rained. They own Tessaly Corp."),
    row(
        "Workers praised Owen Strand and Helen Marsh. They sued Tessaly Corp.",
        Fact("Workers", "sued", "Tessaly Corp."),
        Fact("Workers", "supports", "Owen Strand"),
        Fact("Workers", "supports", "Helen Marsh"),
    ),
)
def test_a_plural_pronoun_may_mean_others(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Helen Marsh's show offered Owen Strand a platform. The two hired Ruth Calder.", *HIRED_BOTH),
    row("Owen Strand and Helen Marsh arrived. Both hired Ruth Calder.", *HIRED_BOTH),
    row("Owen Strand and Helen Marsh arrived. Both of them hired Ruth Calder.", *HIRED_BOTH),
    row(
        "Owen Strand and Helen Marsh arrived. They denied that they hired Ruth Calder.",
        denied("Owen Strand", "hired", "Ruth Calder", by="Owen Strand"),
        denied("Helen Marsh", "hired", "Ruth Calder", by="Owen Strand"),
    ),
    row("Owen Strand and Helen Marsh arrived. The couple hired Ruth Calder.", *HIRED_BOTH),
    row(
        "Vantor Energy and Halden Foods grew. The two companies hired Ruth Calder.",
        Fact("Vantor Energy", "hired", "Ruth Calder"),
        Fact("Halden Foods", "hired", "Ruth Calder"),
    ),
    row(
        "Vantor Energy sued Halden Foods. Both companies hired Ruth Calder.",
        Fact("Vantor Energy", "sued", "Halden Foods"),
        Fact("Vantor Energy", "hired", "Ruth Calder"),
        Fact("Halden Foods", "hired", "Ruth Calder"),
    ),
    row("Owen Strand and Helen Marsh arrived. They met in Norby.", Fact("Owen Strand", "met_with", "Helen Marsh")),
    row(
        "Helen Marsh's show offered Owen Strand a platform. The two taped an interview on Thursday.",
        Fact("Helen Marsh", "met_with", "Owen Strand", when="Thursday"),
        extra=True,
    ),
)
def test_the_two_are_those_named_before(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Helen Marsh arrived. The two hired Ruth Calder."),
    row("Owen Strand and Helen Marsh arrived. The two banks hired Ruth Calder.", Fact("two banks", "hired", "Ruth Calder")),
    row("Owen Strand and Tom Bellamy arrived. Two men hired Ruth Calder.", Fact("Two men", "hired", "Ruth Calder")),
    row(
        "Vantor Energy, Quillon Pictures and Halden Foods grew. The two companies hired Ruth Calder.",
        Fact("two companies", "hired", "Ruth Calder"),
    ),
    row("Helen Marsh, Tom Bellamy and Owen Strand arrived. The two hired Ruth Calder."),
    row("Owen Strand and Helen Marsh arrived. The two charged with theft hired Ruth Calder."),
    row(
        "Owen Strand and Helen Marsh arrived. The couple at the bar hired Ruth Calder.",
        Fact("couple at the bar", "hired", "Ruth Calder"),
    ),
    row(
        "Owen Strand and Helen Marsh arrived. They cut their ties with Tessaly Corp.",
        *(Fact(one, "ended_ties_with", "Tessaly Corp.") for one in ("Owen Strand", "Helen Marsh")),
    ),
)
def test_the_two_may_be_others(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "Vantor Energy's website says it pays Owen Strand $20 an hour.",
        Fact("Vantor Energy", "paid", "Owen Strand", by="Vantor Energy's website", amount="$20 an hour"),
        Fact("Vantor Energy", "operates", "Vantor Energy's website"),
    ),
    row(
        "Vantor Energy's report says it was written by Owen Strand.",
        Fact("Owen Strand", "authored", "Vantor Energy's report", by="Vantor Energy"),
    ),
)
def test_what_a_thing_says_it_does_is_done_by_its_owner(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "The appeals court met. The court adjourned. The high court fined Vantor Energy.",
        Fact("high court", "penalized", "Vantor Energy"),
    ),
    row("Owen Strand arrived. The company hired Helen Marsh.", Fact("company", "hired", "Helen Marsh")),
    row("Vantor Energy grew. The company hired Helen Marsh.", Fact("Vantor Energy", "hired", "Helen Marsh")),
)
def test_a_description_means_none_of_another_kind(nlp: Language, one: Row) -> None:
    check(nlp, one)
