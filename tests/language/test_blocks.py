"""Blocks on a Doc: token ranges with roles, and no sentence across two of them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg.article import Article, Block, Role
from kg.language.annotations import BlockRange, read
from kg.language.blocks import make_doc


def article(words: list[str], between: str = "\n\n", role: Role = Role.PARAGRAPH) -> Article:
    blocks, start = [], 0
    for one in words:
        blocks.append(Block(start, start + len(one), role))
        start += len(one) + len(between)
    return Article("a.txt", between.join(words), tuple(blocks), "a")


def test_a_block_is_its_tokens(nlp: Language) -> None:
    one = article(["Norvale to hire Tarn", "It rained."])
    doc = make_doc(nlp, one)
    assert [doc[b.start : b.end].text.strip() for b in read(doc, BlockRange)] == ["Norvale to hire Tarn", "It rained."]


def test_the_text_and_the_date_stay(nlp: Language) -> None:
    one = Article("a.txt", "  It rained. 🙂\r\n", (), "a", published="2023-05-17T10:00:00Z")
    doc = make_doc(nlp, one)
    assert doc.text == one.text
    assert doc.user_data["kg.published"] == "2023-05-17T10:00:00Z"


def test_no_sentence_across_blocks(nlp: Language) -> None:
    one = article(["Norvale hires", "Tarn opens plant in", "Ohio and the others waited", "And that was that"])
    doc = nlp(make_doc(nlp, one))
    starts = {block.start for block in one.blocks}
    assert starts <= {sentence.start_char for sentence in doc.sents}


def test_what_lies_between_blocks_is_a_sentence_of_its_own(nlp: Language) -> None:
    text = "Norvale hires and Tarn opens a plant"
    doc = nlp(make_doc(nlp, Article("a.txt", text, (Block(0, 13, Role.HEADLINE),), "a")))
    assert [sentence.text.strip() for sentence in doc.sents][:1] == ["Norvale hires"]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.text(st.characters(categories=["L", "P", "Zs"]), min_size=1, max_size=15), min_size=1, max_size=4))
def test_ranges_are_in_order_and_apart(nlp: Language, words: list[str]) -> None:
    doc = make_doc(nlp, article(words))
    ranges = read(doc, BlockRange)
    assert all(a.end <= b.start for a, b in pairwise(ranges))
    assert all(0 <= one.start < one.end <= len(doc) for one in ranges)
