"""Who says what: source, cue and content."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.language.annotations import Attribution, read
from tests.extractors.rows import read as read_article

CONTENT = "the firm hired Brackwell"


def spans(nlp: Language, text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of every attribution, as text."""
    doc = read_article(nlp, text)
    return [
        (doc[a.source_start : a.source_end].text, doc[a.cue_start : a.cue_end].text, doc[a.content_start : a.content_end].text)
        for a in read(doc, Attribution)
    ]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Helen Marsh said that the firm hired Brackwell.", "said"),
        ("Helen Marsh said the firm hired Brackwell.", "said"),
        ("Helen Marsh told reporters that the firm hired Brackwell.", "told"),
        ("The firm hired Brackwell, Helen Marsh said.", "said"),
        ("The firm hired Brackwell, said Helen Marsh.", "said"),
        ("The firm hired Brackwell, according to Helen Marsh.", "according to"),
        ("According to Helen Marsh, the firm hired Brackwell.", "According to"),
        ("“The firm hired Brackwell,” Helen Marsh said.", "said"),
        ('"The firm hired Brackwell," said Helen Marsh.', "said"),
        ("Helen Marsh claimed the firm hired Brackwell.", "claimed"),
        ("Helen Marsh's claim that the firm hired Brackwell is old.", "claim"),
        ("The claim by Helen Marsh that the firm hired Brackwell is old.", "claim"),
    ],
)
def test_source_cue_and_content(nlp: Language, text: str, cue: str) -> None:
    found = spans(nlp, text)
    assert any(
        s == "Helen Marsh" and c == cue and CONTENT in words.replace("The", "the") and "Marsh" not in words for s, c, words in found
    ), found


@pytest.mark.parametrize(
    "text",
    [
        "Helen Marsh denied that the firm hired Brackwell.",
        "Helen Marsh denied hiring Brackwell.",
        "Helen Marsh's denial that the firm hired Brackwell is old.",
    ],
)
def test_a_denial_denies(nlp: Language, text: str) -> None:
    assert [(a.denies, a.doubts) for a in read(read_article(nlp, text), Attribution)] == [(True, False)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Helen Marsh smiled. “It rained all day long,” she said. “It snowed the next day.”",
            {"It rained all day long,", "It snowed the next day."},
        ),
        ("“It rained all day long,” Helen Marsh said. “It snowed.”", {"It rained all day long,", "It snowed."}),
        ("Helen Marsh said: “It rained. It snowed.”", {"It rained. It snowed."}),
    ],
)
def test_quotations_go_on(nlp: Language, text: str, wanted: set[str]) -> None:
    assert wanted <= {words for _, _, words in spans(nlp, text)}


@pytest.mark.parametrize(
    "text",
    [
        "“It rained.",
        "It rained.” Helen Marsh said.",
        '"""',
        "“”",
        "“It rained,” “it snowed,” Helen Marsh said, “and",
        "'' `` “ ” « »",
        "said said said",
        "According to",
    ],
)
def test_odd_quotation_marks_do_no_harm(nlp: Language, text: str) -> None:
    doc = read_article(nlp, text)
    assert not doc.user_data.get("kg.problems")
    assert all(0 <= a.content_start < a.content_end <= len(doc) for a in read(doc, Attribution))


def test_a_quotation_ends_with_its_paragraph(nlp: Language) -> None:
    text = "“It rained,” Helen Marsh said, “and it\n\nThe firm hired Brackwell."
    assert not any("Brackwell" in words for _, _, words in spans(nlp, text))


def test_nobody_says_what_the_article_says(nlp: Language) -> None:
    assert spans(nlp, "The firm hired Brackwell. Helen Marsh smiled.") == []
