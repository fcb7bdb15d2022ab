"""Examples and nouns that are proposed: each tried on subjects that it wasn't learnt from, with its counts; what misleads is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.ontology.learning.turtle import turtle
from kg.ontology.load import load
from tests.ontology.learn.conftest import FERRIES

if TYPE_CHECKING:
    from kg.ontology.learning.learner import Lesson
    from kg.ontology.learning.samples import Sample

_FLEET = (
    ("Aldwin Star", "Nora Pell", "Wexcombe"),
    ("Kelder Queen", "Ivo Lassen", "Tarnwick"),
    ("Ostrel Belle", "Edith Varga", "Penwick"),
    ("Halden Pride", "Marcus Oyelaran", "Dunmarrow"),
    ("Corran Light", "Ruth Adeyemi", "Inverlea"),
    ("Merrow Venture", "Paul Denholm", "Colbrook"),
)
_BOARDED = 2  # who is at once captain; the others only boarded
_HAD = 3


@pytest.fixture(scope="module")
def read() -> list[Sample]:
    """Of each ferry: who commanded it, in words that always say so; who boarded it, which seldom makes a captain; who it had, which by
    itself says nothing; and where it is moored."""
    from kg.language.model import load_model
    from kg.ontology.learning.records import Record, Triple
    from kg.ontology.learning.samples import read_samples

    records = []
    for n, (ship, captain, port) in enumerate(_FLEET):
        told = Triple(ship, "captain", captain)
        records += [
            Record(f"{captain}, a skipper, commanded the {ship}.", (told,)),
            Record(f"{captain} boarded the {ship} at noon.", (told,) if n < _BOARDED else ()),
            Record(f"The {ship}, a landmark, is moored at {port}, another landmark.", (Triple(ship, "home_port", port),)),
        ]
        records += [Record(f"The {ship}, a ferry, had {captain} in 1999.", (told,))] if n < _HAD else []
    found, _ = read_samples(records, load([FERRIES]), load_model())
    return found


@pytest.fixture(scope="module")
def taught(read: list[Sample]) -> Lesson:
    """What these teach."""
    from kg.language.model import load_model
    from kg.ontology.learning.learner import learn

    return learn(read, load([FERRIES]), load_model())


@pytest.mark.parametrize(
    ("relation", "text", "counts", "holds"),
    [
        ("captain", "[o:Nora Pell] commanded [s:the Aldwin Star].", (6, 6, 6), True),
        ("captain", "[o:Nora Pell] boarded [s:the Aldwin Star].", (2, 6, 2), False),
        ("home_port", "[The Aldwin Star] was moored at [Wexcombe].", (6, 6, 6), True),
    ],
)
def test_an_example_is_kept_where_it_holds_for_others(
    taught: Lesson, relation: str, text: str, counts: tuple[int, int, int], holds: bool
) -> None:
    (one,) = (one for iri, some in taught.examples.items() if iri.endswith(f"#{relation}") for one in some if one.text == text)
    assert (one.support, one.found, one.right) == counts
    assert one.holds is holds
    assert (text in next(r.examples for iri, r in taught.ontology.relations.items() if iri.endswith(f"#{relation}"))) is holds


def test_no_other_sentences_are_tried(taught: Lesson) -> None:
    assert sum(map(len, taught.examples.values())) == 3


@pytest.mark.parametrize(
    ("noun", "of", "counts", "holds"), [("skipper", "Person", (6, 6, 6), True), ("landmark", "Port", (6, 12, 6), False)]
)
def test_a_noun_is_kept_where_it_tells_the_class(taught: Lesson, noun: str, of: str, counts: tuple[int, int, int], holds: bool) -> None:
    (one,) = (one for iri, some in taught.nouns.items() if iri.endswith(f"#{of}") for one in some)
    assert (one.text, one.support, one.found, one.right) == (noun, *counts)
    assert one.holds is holds


def test_the_turtle_has_what_holds_with_its_counts_and_tells_what_was_left_out(taught: Lesson, read: list[Sample]) -> None:
    lines = [" ".join(line.split()) for line in turtle(taught, len(read)).splitlines()]
    for line in (
        '"[o:Nora Pell] commanded [s:the Aldwin Star]." ; # said 6 times; held out 6 of 6',
        '# left out of :captain: "[o:Nora Pell] boarded [s:the Aldwin Star].", 2 of 6 right when held out',
        '# gives no stable pattern in :captain: "[The Aldwin Star] had [Nora Pell]."',
        '"skipper" ; # said 6 times; held out 6 of 6',
        '# :Ferry is called "ferry", as it was; held out 3 of 3',
        '# left out of :Port: "landmark", 6 of 12 right when held out',
    ):
        assert line in lines


def test_the_report_counts_what_was_left_out_and_why(taught: Lesson, read: list[Sample]) -> None:
    from kg.ontology.learning.report import report

    *_, examples, nouns = report(taught, read)
    assert examples == (
        "Tried 3 examples: 2 kept, right in 12 of 12 held out; left out 1 as wrong too often, 0 as right too seldom; "
        "1 more without a stable pattern."
    )
    assert nouns == "Tried 2 nouns: 1 kept, right in 6 of 6 held out; left out 1 as wrong too often, 0 as right too seldom."


def test_what_an_example_says_already_isnt_proposed(read: list[Sample]) -> None:
    from kg.language.model import load_model
    from kg.ontology.learning.examples import Examples, with_examples
    from kg.ontology.learning.sentences import candidates

    own = "[The Brackwater Maid] was commanded by [Lena Forsyth]."
    ontology = load([FERRIES])
    ontology = with_examples(ontology, {iri: [own] for iri in ontology.relations if iri.endswith("#captain")})
    tried = Examples(candidates(read, ontology), ontology, load_model())
    assert tried.repeated == 1
    assert not any("commanded" in one.text for some in tried.proposed().values() for one in some)


def test_of_many_wordings_those_that_most_subjects_share_are_tried(monkeypatch: pytest.MonkeyPatch, read: list[Sample]) -> None:
    from kg.ontology.learning import sentences

    everything = sentences.candidates(read, load([FERRIES]))
    assert [len(one.subjects) for one in everything] == sorted((len(one.subjects) for one in everything), reverse=True)
    monkeypatch.setattr(sentences, "_MOST_OF_ONE", 1)
    monkeypatch.setattr(sentences, "_MOST", 1)
    assert sentences.candidates(read, load([FERRIES])) == everything[:1]
