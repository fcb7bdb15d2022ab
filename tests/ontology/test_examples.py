"""The notation of examples: brackets, marks, demanded classes, lexical heads; and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import OntologyError
from kg.ontology.examples import parse

Told = list[tuple[str, str, tuple[str, ...], bool]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[The vendor] hired [Tarn].", [("subject", "The vendor", (), False), ("object", "Tarn", (), False)]),
        ("[o:Tarn] got the job from [s:the vendor].", [("object", "Tarn", (), False), ("subject", "the vendor", (), False)]),
        ("[o:Tarn] got the job from [the vendor].", [("object", "Tarn", (), False), ("subject", "the vendor", (), False)]),
        ("[Tarn] got the job from [s:the vendor].", [("object", "Tarn", (), False), ("subject", "the vendor", (), False)]),
        ("[s:The vendor] hired [Tarn].", [("subject", "The vendor", (), False), ("object", "Tarn", (), False)]),
        ("[Tarn] runs [o/Prison:the jail].", [("subject", "Tarn", (), False), ("object", "the jail", ("Prison",), False)]),
        ("[s/Person|Group:Tarn] runs [it].", [("subject", "Tarn", ("Person", "Group"), False), ("object", "it", (), False)]),
        ("[o/Party:Democratic] [s:senators*]", [("object", "Democratic", ("Party",), False), ("subject", "senators", (), True)]),
        ("[Tarn] was arrested.", [("object", "Tarn", (), False)]),
        ("[s:Tarn] resigned.", [("subject", "Tarn", (), False)]),
        ("[ The vendor ] hired [Tarn].", [("subject", "The vendor", (), False), ("object", "Tarn", (), False)]),
    ],
)
def test_brackets(text: str, wanted: Told) -> None:
    assert [(slot.role, slot.words, slot.classes, slot.lexical) for slot in parse(text).slots] == wanted


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The vendor hired Tarn.", "0 brackets"),
        ("", "0 brackets"),
        ("[A] hired [B] through [C] at [D].", "4 brackets"),
        ("[The vendor hired [Tarn].", "isn't closed"),
        ("[The vendor] hired Tarn].", "isn't closed"),
        ("[The vendor] hired [].", "or is empty"),
        ("[s:The vendor] hired [s:Tarn].", "same argument twice"),
        ("[o:The vendor] hired [o:Tarn].", "same argument twice"),
        ("[The vendor] {hiring:hired [Tarn].", "brace that isn't closed"),
        ("[The vendor] hired} [Tarn].", "brace that isn't closed"),
        ("[The vendor] {hired} [Tarn].", "brace that isn't closed"),
    ],
)
def test_what_is_refused(text: str, message: str) -> None:
    with pytest.raises(OntologyError, match=message):
        parse(text)


@pytest.mark.parametrize(
    ("text", "plain", "wanted"),
    [
        ("[A] {hiring:hired} [B].", "[A] hired [B].", [("hiring", "hired")]),
        ("{staff:Aides} of [A] {x_1:left out} [B].", "Aides of [A] left out [B].", [("staff", "Aides"), ("x_1", "left out")]),
        ("[A], {role: chair} of [B]", "[A], chair of [B]", [("role", "chair")]),
    ],
)
def test_words_in_braces(text: str, plain: str, wanted: list[tuple[str, str]]) -> None:
    example = parse(text)
    assert example.text == plain
    assert [(word.name, example.text[word.start : word.end]) for word in example.classed] == wanted
    filled, ranges = example.filled(("Norvale Group", "Tarn"))
    assert [filled[start:end] for start, end in ranges[2:]] == [word for _, word in wanted]


@pytest.mark.parametrize(
    ("text", "is_sentence"),
    [
        ("[A] hired [B].", True),
        ("[A]'s hiring of [B]", False),
        ("[A], an aide to [B]", False),
        ("Did [A] hire [B]?", True),
        ("[A] hired [B]. ", True),
    ],
)
def test_a_sentence_ends_like_one(text: str, is_sentence: bool) -> None:
    assert parse(text).is_sentence is is_sentence


@given(st.text("abc ,.'", max_size=8), st.text("abc ,.'", max_size=8), st.text("Tx 🙂", min_size=1), st.text("Ny é", min_size=1))
def test_fillers_stand_where_it_says(between: str, after: str, first: str, second: str) -> None:
    text, ranges = parse(f"The [o/Prison:jail]{between}[s:vendor*]{after}").filled((first, second))
    assert [text[start:end] for start, end in ranges] == [first, second]
    assert text == f"The {first}{between}{second}{after}"
