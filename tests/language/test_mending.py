"""What the English pipelines get wrong by rule is mended: lemmas cut short, words taken for contractions, dots of titles."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.extractors.rows import read


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Vantor Energy hoped to hire her.", "hoped", "hope"),
        ("They are hoping to leave.", "hoping", "hope"),
        ("The frog hopped away.", "hopped", "hop"),
        ("The mill planned to close.", "planned", "plan"),
        ("She rated the film.", "rated", "rate"),
        ("Priya Nair wed Tom Bellamy.", "wed", "wed"),
    ],
)
def test_a_verb_has_its_own_base_form(nlp: Language, text: str, word: str, lemma: str) -> None:
    assert [token.lemma_ for token in read(nlp, text) if token.text == word] == [lemma]


@pytest.mark.parametrize("text", ["Sens. Rowan and Park met.", "Reps. Rowan and Park met.", "Govs. Rowan and Park met."])
def test_a_titles_dot_ends_no_sentence(nlp: Language, text: str) -> None:
    doc = read(nlp, text)
    assert len(list(doc.sents)) == 1
    assert doc[0].text.endswith("s.")
