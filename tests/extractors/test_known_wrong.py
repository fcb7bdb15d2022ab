"""What a careful reader takes from these and the extractor doesn't yet: grouped by the cause. A row that comes right moves to its table."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.extractors.rows import Fact, Row, check, denied, planned, possible, row

KNOWN: dict[str, tuple[Row, ...]] = {
    "a single invented word is taken for a common noun or a person": (
        row("Milford Dairy has been acquired by Halden Foods.", Fact("Halden Foods", "acquired", "Milford Dairy")),
    ),
    "a said-verb in the middle of a sentence hides the subject from its verb": (
        row(
            "Redfern Logistics, Helen Marsh said, hired Brackwell Systems.",
            Fact("Redfern Logistics", "hired", "Brackwell Systems", by="Helen Marsh"),
        ),
        row("“Vantor Energy,” Helen Marsh said, “paid Owen Strand.”", Fact("Vantor Energy", "paid", "Owen Strand", by="Helen Marsh")),
    ),
    "a phrase between a said-verb and its clause hides the clause": (
        row(
            "Helen Marsh wrote in a memo that Vantor Energy paid Owen Strand.",
            Fact("Vantor Energy", "paid", "Owen Strand", by="Helen Marsh"),
            extra=True,
        ),
    ),
    "of two speakers the one whose words hold the other's is the outer one": (
        row(
            "Helen Marsh said Vantor Energy paid Owen Strand, according to the Harbor Ledger.",
            Fact("Vantor Energy", "paid", "Owen Strand", by="Helen Marsh", via=("Harbor Ledger",)),
        ),
    ),
    "the first word of a firm's name, taken for a place, isn't joined to it": (
        row("Halden Foods Inc. expanded. Halden acquired Corvane Industries.", Fact("Halden Foods Inc.", "acquired", "Corvane Industries")),
    ),
    '"or" after a negated verb with an object: the second verb is taken for a noun': (
        row(
            "Halden Foods did not acquire Corvane Industries or sue Vantor Energy.",
            denied("Halden Foods", "acquired", "Corvane Industries"),
            denied("Halden Foods", "sued", "Vantor Energy"),
        ),
    ),
    '"no firm" denies the clause and presupposes nothing': (row("No firm hired by Redfern Logistics complained."),),
    "a doubt that is said by a noun over the clause isn't seen": (
        row("Rumors that Halden Foods acquired Corvane Industries spread.", possible("Halden Foods", "acquired", "Corvane Industries")),
    ),
    "an infinitive under a noun loses its subject": (
        row("Halden Foods is in talks to acquire Corvane Industries.", planned("Halden Foods", "acquired", "Corvane Industries")),
        row("Halden Foods unveiled a plan to acquire Corvane Industries.", planned("Halden Foods", "acquired", "Corvane Industries")),
    ),
    "a wording is too general": (
        row("Redfern Logistics expanded. It was a quiet day in town."),
        row("The consultant whom Halden Foods hired left early.", Fact("Halden Foods", "hired", "consultant")),
        row("Halden Foods formed a partnership with Corvane Industries.", Fact("Halden Foods", "partnered_with", "Corvane Industries")),
        row("The city filed a lawsuit against Vantor Energy.", Fact("city", "sued", "Vantor Energy")),
    ),
    "a relative clause without a pronoun loses its object": (
        row("The vendor Redfern Logistics hired is growing.", Fact("Redfern Logistics", "hired", "vendor")),
    ),
    "a participial clause before its sentence loses its subject": (
        row("Having acquired Corvane Industries, Halden Foods expanded.", Fact("Halden Foods", "acquired", "Corvane Industries")),
        row(
            "After firing Owen Strand, Tessaly Corp. hired Ruth Calder.",
            Fact("Tessaly Corp.", "dismissed", "Owen Strand"),
            Fact("Tessaly Corp.", "hired", "Ruth Calder"),
        ),
        row("Hired by Redfern Logistics, Brackwell Systems expanded.", Fact("Redfern Logistics", "hired", "Brackwell Systems")),
    ),
    "a verb or adjective that presupposes its clause is taken for a plan": (
        row("Redfern Logistics went on to hire Brackwell Systems.", Fact("Redfern Logistics", "hired", "Brackwell Systems")),
        row("Vantor Energy is known to have paid Owen Strand.", Fact("Vantor Energy", "paid", "Owen Strand")),
        row("Redfern Logistics is proud to have hired Brackwell Systems.", Fact("Redfern Logistics", "hired", "Brackwell Systems")),
    ),
    'a bare infinitive under "help" loses its subject': (
        row("Victor Osei helped found Quillon Pictures.", Fact("Victor Osei", "founded", "Quillon Pictures")),
    ),
    "the second and third of three names are lost": (
        row(
            "Helen Marsh endorsed Tom Bellamy, Carla Reyes and Miles Okafor.",
            Fact("Helen Marsh", "endorsed", "Tom Bellamy"),
            Fact("Helen Marsh", "endorsed", "Carla Reyes"),
            Fact("Helen Marsh", "endorsed", "Miles Okafor"),
        ),
    ),
    "of two passives with one agent only the second gets it": (
        row(
            "Brackwell Systems was hired and later sued by Redfern Logistics.",
            Fact("Redfern Logistics", "hired", "Brackwell Systems"),
            Fact("Redfern Logistics", "sued", "Brackwell Systems"),
        ),
    ),
    "a description before the name isn't joined to it": (
        row("A subsidiary of Halden Foods, Corvane Industries, expanded.", Fact("Corvane Industries", "part_of", "Halden Foods")),
    ),
    "a capitalised adjective or an odd name is taken for what it isn't": (
        row("Longtime Marsh adviser Ruth Calder smiled.", Fact("Ruth Calder", "works_for", "Marsh")),
    ),
    "what somebody is called on to do isn't done by who calls": (
        row(
            "Helen Marsh has called on Vantor Energy to fund the campaign.",
            planned("Vantor Energy", "funded", "campaign"),
            Fact("Helen Marsh", "lobbied", "Vantor Energy"),
        ),
    ),
    "what somebody resigns as is past": (
        row(
            "Tom Bellamy resigned as chief executive of Tessaly Corp.",
            Fact("Tom Bellamy", "resigned_from", "Tessaly Corp."),
        ),
    ),
    "who does it along with the subject is lost": (
        row(
            "Lindmark Capital, along with Halden Foods, invested in Quillon Pictures.",
            Fact("Lindmark Capital", "invested_in", "Quillon Pictures"),
            Fact("Halden Foods", "invested_in", "Quillon Pictures"),
        ),
    ),
    "an apposition's noun that names a person too becomes an entity of its own": (
        row(
            "Brackwell Systems, a Dallas-based call-center operator, expanded.",
            Fact("Brackwell Systems", "located_in", "Dallas"),
        ),
    ),
    "an age is taken for a time": (row("Marlow, 43, lives in Dayton.", Fact("Marlow", "lives_in", "Dayton")),),
    '"is one of" hides who does it along with the others': (
        row("Ohio is one of the states suing Vantor Energy.", Fact("Ohio", "sued", "Vantor Energy"), extra=True),
    ),
    "a title's plural that the ontology doesn't have becomes a part of the name": (
        row(
            "Professors Miriam Tolve and Lee Rowan founded Quillon Pictures.",
            Fact("Miriam Tolve", "founded", "Quillon Pictures"),
            Fact("Lee Rowan", "founded", "Quillon Pictures"),
        ),
    ),
}


@pytest.mark.parametrize(
    "one",
    [
        pytest.param(one, id=one.text[:90], marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=cause))
        for cause, rows in KNOWN.items()
        for one in rows
    ],
)
def test_known_wrong(nlp: Language, one: Row) -> None:
    check(nlp, one)
