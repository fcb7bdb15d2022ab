"""Any text goes through: nothing raises, and every statement shows its words."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg.language.notes import problems
from kg.language.pipeline import statements

WORDS = st.sampled_from(
    [
        *"Norvale hired Tarn the vendor's “ ” \" ' , . ? ! … — ( ) [ not never who which said according to by of and or nor if $ 5".split(),
        *"million per hour in March 2019 Monday she it they its Helen Marsh Sen. spokeswoman for owns sued was denied hiring will".split(),
        *(" ", "\n", "\n\n", "\t", "🙂", "é", ""),
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.lists(WORDS, max_size=25).map(" ".join), st.text(max_size=60)))
@example("")
@example("\ufeff\u200b\x00")
@example("“Norvale hired Tarn,” Helen Marsh said. 🙂 Norvale was sued by Tarn.")
def test_any_text(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert problems(doc) == ()
    for one in statements(doc):
        assert text[one.evidence.start : one.evidence.end] == one.evidence.text != ""
        for span in (one.subject_span, one.object_span):
            assert span is None or text[span.start : span.end].strip()
        for part in (one.amount, one.when):
            assert part is None or text[part.start : part.end] == part.words


def test_the_words_do_make_statements(nlp: Language) -> None:
    assert statements(nlp("Norvale hired Tarn . Helen Marsh owns Norvale ."))
