"""How sure each predicate is."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.language.annotations import Certainty, read
from tests.extractors.rows import read as read_article


def of_hire(nlp: Language, text: str) -> tuple[bool, str]:
    """Whether the word for hiring is negated, and its modality."""
    doc = read_article(nlp, text)
    (word,) = [t for t in doc if t.text.lower().startswith(("hir", "takeover"))]
    return next(((c.negated, c.modality) for c in read(doc, Certainty) if c.predicate == word.i), (False, "asserted"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Redfern hired Strand.", (False, "asserted")),
        ("Redfern did hire Strand.", (False, "asserted")),
        ("Redfern has hired Strand.", (False, "asserted")),
        ("Redfern not only hired Strand, it paid him.", (False, "asserted")),
        ("Redfern didn't hire Strand.", (True, "asserted")),
        ("Redfern never hired Strand.", (True, "asserted")),
        ("Redfern hadn't hired Strand until March.", (False, "asserted")),
        ("Redfern never hired Strand until 2014.", (False, "asserted")),
        ("Redfern does not hire Strand until March.", (False, "planned")),
        ("Redfern will not hire Strand until March.", (False, "planned")),
        ("Until March, Redfern refused to hire Strand.", (True, "asserted")),
        ("Redfern never met Strand, let alone hired him.", (True, "asserted")),
        ("When Redfern hires Strand, people laugh.", (False, "unreal")),
        ("Redfern faces a test on Tuesday when it hires Strand.", (False, "planned")),
        ("Redfern will laugh when it hires Strand.", (False, "planned")),
        ("Redfern laughed when it hired Strand.", (False, "asserted")),
        ("People laugh when they see a man hired by Redfern.", (False, "unreal")),
        ("People laugh when they see the man hired by Redfern.", (False, "asserted")),
        ("You want Redfern to hire Strand.", (False, "unreal")),
        ("Marsh wants Redfern to hire Strand.", (False, "planned")),
        ("Nobody hired Strand.", (True, "asserted")),
        ("Neither firm hired Strand.", (True, "asserted")),
        ("Redfern no longer hires graduates.", (True, "asserted")),
        ("The files could show that Redfern hired Strand.", (False, "possible")),
        ("Marsh may yet say that Redfern hired Strand.", (False, "possible")),
        ("The files will show that Redfern hired Strand.", (False, "asserted")),
        ("The files show that Redfern hired Strand.", (False, "asserted")),
        ("Redfern refused to hire Strand.", (True, "asserted")),
        ("Redfern failed to hire Strand.", (True, "asserted")),
        ("Redfern denied hiring Strand.", (True, "asserted")),
        ("Redfern grew without hiring Strand.", (True, "asserted")),
        ("Redfern may hire Strand.", (False, "possible")),
        ("Redfern might have hired Strand.", (False, "possible")),
        ("Redfern allegedly hired Strand.", (False, "possible")),
        ("Did Redfern hire Strand?", (False, "possible")),
        ("If Redfern hired Strand, it would grow.", (False, "possible")),
        ("It is unclear whether Redfern hired Strand.", (False, "possible")),
        ("Redfern seems to have hired Strand.", (False, "possible")),
        ("Redfern is accused of hiring Strand.", (False, "possible")),
        ("Redfern will hire Strand.", (False, "planned")),
        ("Redfern plans to hire Strand.", (False, "planned")),
        ("Redfern agreed to hire Strand.", (False, "planned")),
        ("Strand is to be hired by Redfern.", (False, "planned")),
        ("Redfern is going to hire Strand.", (False, "planned")),
        ("Redfern is expected to hire Strand.", (False, "planned")),
        ("Redfern's plan to hire Strand is old.", (False, "planned")),
        ("Redfern will not hire Strand.", (True, "planned")),
        ("Redfern does not plan to hire Strand.", (True, "planned")),
        ("Redfern may not have hired Strand.", (True, "possible")),
        ("The planned takeover of Redfern by Halden made news.", (False, "planned")),
        ("Halden's takeover of Redfern never happened.", (True, "asserted")),
        ("Redfern managed to hire Strand.", (False, "asserted")),
        ("Strand, who was not hired by Redfern, left.", (True, "asserted")),
    ],
)
def test_certainty(nlp: Language, text: str, wanted: tuple[bool, str]) -> None:
    assert of_hire(nlp, text) == wanted
