"""Any text at all: each layer's offsets lie in it, every statement shows its words, and it ends, in time or with a note."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg.article import Article, Block, Role
from kg.extractors.articles import read_articles
from kg.language.annotations import Attribution, BlockRange, Certainty, Mention, Proposition, Quantity, Referent, Time, read
from kg.language.english import is_english
from kg.language.notes import problems
from kg.language.pipeline import statements
from kg.language.tokenizing import tokenized

PIECES = st.sampled_from(
    [
        "Norvale hired Tarn", "Helen Marsh", "Sen.", "Sens. Marsh and Roe", "D-Ohio", "(D-Ohio)", "the vendor", "its", "it", "They",
        "he", "we", "I", "which", "who said", "said", "said that", "“", "”", '"', "''", "``", "'", "’s", "'s", "—", "-", "--", "–",
        "...", "…", ".", "?", "!", ":", ";", ",", "(", ")", "[", "]", "}", "not", "never", "no", "nor", "may", "will", "would have",
        "if", "unless", "instead of", "$", "$5", "5", "million", "per hour", "between $2 and", "up to", "March 2019", "Monday",
        "30 February 2019", "99 percent", "by", "of", "the city of", "President", "spokeswoman for", "Inc.", "'", "LLC",
        "according to", "denied", "hiring of", "is a", "was", "were", "to", "NORVALE TO HIRE", "&", "@tarn", "#tarn",
        "http://a.b/c?d=e", "a@b.c", "\n", "\n\n", "\r\n", "\t", "  ", "\u00a0", "\u200b", "\ufeff", "\u202e", "\x00", "🙂", "e\u0301",
        "\u0301", "ﬁrm", "İ", "ß", "ẞ", "Ⅷ", "１２", "٣", "שלום", "مرحبا", "公司", "ÅÄÖ", "O’Neill", "d'Ivoire", "-elect", "ex-",
        "x" * 40, "",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=25).map("".join), st.text(max_size=120))
SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def cut(text: str, places: list[int], roles: list[Role]) -> tuple[Block, ...]:
    """Blocks that part a text at these places."""
    bounds = sorted({0, len(text), *(place % (len(text) + 1) for place in places)})
    return tuple(Block(start, end, roles[n % len(roles)]) for n, (start, end) in enumerate(pairwise(bounds)))


def sound(doc: Doc) -> None:
    """Every index that a layer hangs on the Doc is one of the Doc."""
    length = len(doc)
    mentions = read(doc, Mention)
    assert all(0 <= one.start < one.end <= length and 0 <= one.head < length for one in mentions)
    assert all(0 <= one.start < one.end <= length for kind in (BlockRange, Quantity, Time) for one in read(doc, kind))
    for proposition in read(doc, Proposition):
        assert all(0 <= i < length for i in (proposition.predicate, *(a.token for a in proposition.arguments)))
    for one in read(doc, Attribution):
        assert one.source is None or 0 <= one.source < length
        assert all(0 <= i <= length for i in (one.source_start, one.source_end, one.cue_start, one.cue_end))
        assert 0 <= one.content_start < one.content_end <= length
    assert all(0 <= one.predicate < length for one in read(doc, Certainty))
    given_to = [n for referent in read(doc, Referent) for n in referent.mentions]
    assert all(0 <= n < len(mentions) for n in given_to)


def shown(doc: Doc, text: str) -> None:
    """Every statement's words stand where it says."""
    for one in statements(doc):
        assert text[one.evidence.start : one.evidence.end] == one.evidence.text != ""
        assert one.evidence.text == one.evidence.text.strip()
        for span in (one.subject_span, one.object_span):
            assert span is None or text[span.start : span.end].strip()
        for part in (one.amount, one.when):
            assert part is None or text[part.start : part.end] == part.words != ""


@SETTINGS
@given(TEXTS, st.lists(st.integers(0, 1000), max_size=4), st.lists(st.sampled_from(Role), min_size=1, max_size=3))
@example("", [], [Role.PARAGRAPH])
@example("\ufeff\u200b\x00", [1], [Role.HEADLINE])
@example("“Norvale hired Tarn,” Helen Marsh said. 🙂 Norvale was sued by Tarn.", [], [Role.PARAGRAPH])
def test_whatever_is_written(nlp: Language, text: str, places: list[int], roles: list[Role]) -> None:
    article = Article("a.txt", text, cut(text, places, roles), "a", published="2023-05-17")
    ((_, doc),) = read_articles(nlp, [article])
    assert problems(doc) == ()
    assert doc.text == text
    sound(doc)
    shown(doc, text)


def test_the_pieces_do_make_statements(nlp: Language) -> None:
    assert statements(nlp("Norvale hired Tarn . Helen Marsh , the vendor's spokeswoman , said Norvale owns Tarn ."))


# -- what is no English ------------------------------------------------------------------------------------------------------------------

FOREIGN = {
    "German": "Der Vorstand der Bank hat am Dienstag mitgeteilt, dass die Firma das Werk in Hanau verkauft, so war es im Plan. ",
    "Dutch": "Het bestuur van de bank liet weten dat het bedrijf de fabriek verkoopt of sluit, wat was de reactie van de minister? ",
    "Danish": "Bankens bestyrelse meddelte, at firmaet sælger fabrikken for at bygge en ny. Her har man ventet, men det er sent. ",
    "French": "Le conseil de la banque a annoncé mardi que la société vend l'usine et qu'on en construira une autre, or les gens partent. ",
    "Spanish": "El consejo del banco anunció el martes que la empresa vende la fábrica  a un grupo, y que he visto a los clientes. ",
    "Hebrew": "הבנק הודיע ביום שלישי כי החברה מוכרת את המפעל. ",
    "Chinese": "该银行周二宣布，公司将出售工厂。",
}
GARBAGE = {
    "one character": "a", "brackets": "(", "pairs": "()[]{}", "digits": "1234567890", "numbers": "12 345 $6 ",
    "marks": "“ \" ‘ ' ", "dots": ". ",
    "zero width": "\u200b\u200d", "combining": "e\u0301\u0327", "dashes": "-",
    "emoji": "🙂", "names": "Helen Marsh, ", "titles": "Sen. ",
}  # fmt: skip
ENGLISH = "Norvale hired Tarn, and the firm said that it has not been paid for what they did, which the vendor denied. "
LONG = 100_000  # characters


def told(nlp: Language, text: str) -> tuple[Doc, float]:
    """The Doc of an article, and the processor's seconds that it took."""
    begun = time.process_time()
    ((_, doc),) = read_articles(nlp, [Article("a.txt", text, (Block(0, len(text), Role.PARAGRAPH),), "a")])
    return doc, time.process_time() - begun


@pytest.mark.alone
@pytest.mark.parametrize("name", [*FOREIGN, *GARBAGE])
def test_what_is_no_english_is_left_with_a_note(nlp: Language, name: str) -> None:
    unit = {**FOREIGN, **GARBAGE}[name]
    doc, seconds = told(nlp, unit * (LONG // len(unit)))
    assert problems(doc) == ("a.txt isn't English as far as its words tell, and wasn't read for statements.",)
    assert statements(doc) == ()
    assert seconds < 2


def test_binary_as_text_is_left_with_a_note(nlp: Language) -> None:
    doc, _ = told(nlp, random.Random(5).randbytes(LONG).decode("latin-1"))
    assert len(problems(doc)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Norvale kauft Tarn.",
        ENGLISH,
        ENGLISH * 50,
        ENGLISH.upper() * 50,
        "Norvale buys Tarn. " * 20,
        ENGLISH * 8 + FOREIGN["German"] * 6,
    ],
)
def test_what_is_english(text: str) -> None:
    assert is_english(text)


# -- bounds ------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", ["(", "()[]{}", "“”", "🙂", "-", "a", "1", "e\u0301"])
def test_a_run_without_spaces_within_english_takes_no_longer_than_words(nlp: Language, mark: str) -> None:
    text = ENGLISH * 60 + mark * (20_000 // len(mark)) + " " + ENGLISH * 60
    doc, seconds = told(nlp, text)
    assert doc.text == text
    assert statements(doc)
    assert seconds < 20  # the tokenizer by itself would take as long, and four times that for twice the run


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(PIECES, st.sampled_from(["(" * 1500, "ab" * 900, "e\u0301" * 700])), max_size=12).map("".join))
def test_tokens_make_up_the_text(nlp: Language, text: str) -> None:
    assert tokenized(nlp, text).text == text


@pytest.mark.alone
def test_a_sentence_without_end_is_cut_and_read_in_the_time_of_short_ones(nlp: Language) -> None:
    clause = "Norvale hired Tarn and Helen Marsh said it was not paid"
    short, least = told(nlp, (clause + ". ") * 700)
    long, most = told(nlp, (clause + " and ") * 700)
    assert problems(short) == ()
    assert problems(long) == ("a.txt: from character 0 on a sentence has over 400 words, and was cut.",)
    assert max(len(sentence) for sentence in long.sents) <= 400
    assert most < 3 * least + 1
    shown(long, long.text)


@pytest.mark.alone
def test_an_article_that_is_too_long_is_left_with_a_note(nlp: Language) -> None:
    doc, seconds = told(nlp, ENGLISH * (nlp.max_length // len(ENGLISH) + 1))
    assert problems(doc) == ("a.txt has over 1,000,000 characters and wasn't read for statements: split it.",)
    assert seconds < 2
