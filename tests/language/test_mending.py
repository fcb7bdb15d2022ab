"""What the English pipelines get wrong by rule is mended: lemmas cut short, words taken for contractions, dots of titles."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokenizer import Tokenizer

from kg.language.mending import mend
from kg.language.tokens import Doc as Parsed
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
        ("The firm installed a pump.", "installed", "install"),
        ("The vet referred the dog to a clinic.", "referred", "refer"),
        ("Vantor Energy headhunted Priya Nair.", "headhunted", "headhunt"),
        ("The film was crowdfunded by Priya Nair.", "crowdfunded", "crowdfund"),
        ("The firm will stagemanage it, as it stagemanaged the last.", "stagemanaged", "stagemanage"),
        ("The vet microchipped the dog.", "microchipped", "microchip"),
        ("Priya Nair ghostwrote the memoir of the banker.", "ghostwrote", "ghostwrite"),
    ],
)
def test_a_verb_has_its_own_base_form(nlp: Language, text: str, word: str, lemma: str) -> None:
    assert [token.lemma_ for token in read(nlp, text) if token.text == word] == [lemma]


@pytest.mark.parametrize("text", ["Sens. Rowan and Park met.", "Reps. Rowan and Park met.", "Govs. Rowan and Park met."])
def test_a_titles_dot_ends_no_sentence(nlp: Language, text: str) -> None:
    doc = read(nlp, text)
    assert len(list(doc.sents)) == 1
    assert doc[0].text.endswith("s.")


@pytest.mark.parametrize(
    "text", ["Her ex-husband sued her.", "Prosecutors charged her ex-husband.", "The ex-minister agreed.", "They ate, ex - perhaps - two."]
)
def test_ex_hangs_on_its_noun(nlp: Language, text: str) -> None:
    doc = Parsed(read(nlp, text))
    for prefix in (token for token in doc if token.lower_ == "ex" and doc[token.i + 2].pos_ == "NOUN"):
        assert prefix.head.text in {"husband", "minister"}
        assert {child.lower_ for child in prefix.head.children} & {"her", "the"}


def test_a_mended_tokenizer_can_be_saved_and_mended_again(nlp: Language) -> None:
    words = ["Brandt", "de-iced", "the", "co", "-", "owned", "harbor", "."]
    mend(nlp, ())
    assert [token.text for token in nlp.make_doc("Brandt de-iced the co-owned harbor.")] == words
    again = Tokenizer(nlp.vocab).from_bytes(nlp.tokenizer.to_bytes())
    assert [token.text for token in again("Brandt de-iced the co-owned harbor.")] == words
