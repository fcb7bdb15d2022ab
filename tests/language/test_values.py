"""Whatever the words are, what is read from them is a literal of the datatype."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg.language.annotations import Mention, write
from kg.language.model import BUNDLED
from kg.language.quantities import quantities
from kg.language.times import times
from kg.language.tokens import Doc
from kg.language.values import READABLE, Values, may_say, similar
from kg.literals import value_literal
from kg.statement import Value

WORDS = (
    "three twenty hundred million dozen half third and or to - – a an no one 0 7 12 1,200 3.2 1998 2019-05-03 00 $ € £5m 40m. "
    "% percent dollars euros people employees May March 3rd Tuesday last year the 1990s of more than up nearly"
    ' between , . " “ ” ( ) mill Dana it ½ ٣ 1e9'
).split()
XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture(scope="module")
def parser() -> Language:
    return spacy.load(BUNDLED)


@settings(deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_what_is_read_is_a_literal_with_its_words(parser: Language, words: list[str]) -> None:
    doc = times(quantities(Doc(parser(" ".join(words)))))
    write(doc, Mention, ())
    values = Values(doc)
    for token in doc:
        for datatype in READABLE:
            found = values.at(token.i, datatype)
            if found is None:
                continue
            literal = value_literal(Value(doc.words(found.start, found.end), found.lexical, found.datatype))
            assert literal.value == found.lexical
            assert literal.datatype.value == found.datatype
            assert 0 <= found.start < found.end <= len(doc)
            assert found.start <= token.i < found.end or doc.words(found.start, found.end) in doc.text


@pytest.mark.parametrize(
    ("words", "datatype", "may"),
    [
        ("1998", "gYear", True),
        ("last year", "date", True),
        ("Dana Whitlock", "date", False),
        ("the 1990s", "date", False),
        ("$3 million", "decimal", True),
        ("three people", "integer", True),
        ("people", "integer", False),
        ("Paper first", "string", True),
    ],
)
def test_what_words_may_say(words: str, datatype: str, may: bool) -> None:
    assert may_say(words, XSD + datatype) is may


@pytest.mark.parametrize(
    ("words", "first", "second"),
    [("300 people", "600 people", "140 people"), ("$3 million", "$7 million", "$3 million"), ("May 3, 1998", "May 7, 1987", "May 3, 2003")],
)
def test_similar_words(words: str, first: str, second: str) -> None:
    assert (similar(words, 1), similar(words, 2)) == (first, second)
