"""What the roles of blocks do: headline and caption state facts, boilerplate doesn't, no sentence runs across blocks."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.article import Article, Role
from kg.language.blocks import make_doc
from kg.readers.text import text_content
from tests.extractors.rows import Fact, planned, read, told

HIRED = Fact("Redfern Logistics", "hired", "Brackwell Systems")
TAIL = "Reporters waited outside."


@pytest.mark.parametrize("role", [Role.HEADLINE, Role.PARAGRAPH, Role.CAPTION, Role.QUOTE])
def test_a_block_that_states_facts(nlp: Language, role: Role) -> None:
    doc = read(nlp, f"Redfern Logistics hired Brackwell Systems.\n\n{TAIL}", roles=[role])
    assert [told(s) for s in doc._.statements] == [HIRED]


def test_boilerplate_states_nothing(nlp: Language) -> None:
    text = f"Helen Marsh hired Owen Strand.\n\nRedfern Logistics hired Brackwell Systems.\n\n{TAIL}"
    doc = read(nlp, text, roles=[Role.PARAGRAPH, Role.BOILERPLATE])
    assert [told(s) for s in doc._.statements] == [Fact("Helen Marsh", "hired", "Owen Strand")]


@pytest.mark.xfail(strict=True, reason="a headline's infinitive loses its subject")
def test_a_headline_in_the_infinitive_is_a_plan(nlp: Language) -> None:
    text = "Redfern Logistics to Hire Brackwell Systems\n\nRedfern Logistics and Brackwell Systems were in the news."
    doc = read(nlp, text, roles=[Role.HEADLINE])
    assert [told(s) for s in doc._.statements] == [planned("Redfern Logistics", "hired", "Brackwell Systems")]


def test_no_fact_across_blocks(nlp: Language) -> None:
    doc = read(nlp, "Redfern Logistics hired\n\nBrackwell Systems on the move\n\nHelen Marsh arrived.", roles=[Role.HEADLINE, Role.CAPTION])
    assert not doc._.statements


def test_what_the_text_reader_calls_boilerplate_states_nothing(nlp: Language) -> None:
    text = (
        "A quiet day\n\nHelen Marsh hired Owen Strand, who had been looking for work since the spring, people in the town remembered.\n\n"
        "READ MORE: Redfern Logistics hired Brackwell Systems\n"
    )
    content = text_content(text)
    doc = nlp(make_doc(nlp, Article("a.txt", content.text, content.blocks, "a")))
    assert {(f.subject, f.relation, f.object) for f in map(told, doc._.statements)} == {("Helen Marsh", "hired", "Owen Strand")}


def test_evidence_is_the_sentence_and_spans_are_the_names(nlp: Language) -> None:
    text = "It rained.  “Redfern Logistics,” she said, “hired Brackwell Systems.” 🙂\n\nHelen Marsh hired Owen Strand."
    for one in read(nlp, text)._.statements:
        assert text[one.evidence.start : one.evidence.end] == one.evidence.text
        assert text[one.object_span.start : one.object_span.end] in one.object.label
        assert one.subject is not None
        assert one.subject_span is not None
        assert text[one.subject_span.start : one.subject_span.end] in one.subject.label
        assert one.evidence.start <= one.object_span.start < one.object_span.end <= one.evidence.end
