"""B³, and the marks of mentions."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from tests.gold.coreference import BCubed, Marked, b_cubed, scored, unmarked
from tests.gold.corpus import FOLDER

ENTITIES = {**dict.fromkeys(range(1, 6), "a"), **dict.fromkeys(range(6, 8), "b"), **dict.fromkeys(range(8, 13), "c")}


@pytest.mark.parametrize(
    ("joined", "precision"),
    [({"c": "b"}, 0.762), ({"c": "a"}, 0.583), ({}, 1.0)],
    ids=["two to five", "five to five", "nothing"],
)
def test_the_example_of_the_paper(joined: dict[str, str], precision: float) -> None:
    found = b_cubed(ENTITIES, {mention: joined.get(chain, chain) for mention, chain in ENTITIES.items()})
    assert found.precision == pytest.approx(precision, abs=0.001)
    assert found.recall == 1


def test_mentions_of_one_side_alone_are_wrong() -> None:
    found = b_cubed({1: "a", 2: "a", 3: "b", 4: "b"}, {1: 0, 2: 0, "x": 0, 3: 1, "y": 2, "z": 2})
    assert (found.found, found.gold) == (5, 4)
    assert found.precision == pytest.approx(2 * (2 / 3) / 5)
    assert found.recall == pytest.approx(2 / 4)


def test_nothing_at_all() -> None:
    assert b_cubed({}, {}) == BCubed()
    assert BCubed().f1 == 0


def test_marks() -> None:
    text, mentions = unmarked("[[pell:[[quarry:Pell Stone]]'s chair]], [[pell:Rosa]]")
    assert text == "Pell Stone's chair, Rosa"
    assert mentions == (Marked("pell", 0, 18), Marked("quarry", 0, 10), Marked("pell", 20, 24))


@pytest.mark.parametrize("text", ["[[a:b", "b]]", "[[a:[[b:c]]"])
def test_marks_come_in_pairs(text: str) -> None:
    with pytest.raises(ValueError, match="brackets"):
        unmarked(text)


def test_a_pronoun_is_found_by_its_head(nlp: Language) -> None:
    text, mentions = unmarked("[[a:Rosa Pell, a lawyer]], sued Halden Foods. [[a:She]] also owns [[b:[[a:her]] house]]. [[b:It]] is old.")
    found = scored(nlp(text), mentions)
    assert found.gold == 5
    assert found.recall >= 3 / 5
    assert found.precision > 0.5


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.coref")), ids=lambda path: path.stem)
def test_a_coref_file_is_its_article_with_marks(path: Path) -> None:
    text, mentions = unmarked(path.read_bytes().decode())
    assert text == path.with_suffix(".txt").read_bytes().decode()
    keys = [one.key for one in mentions]
    assert len(keys) > 20
    assert min(map(keys.count, keys)) > 1
