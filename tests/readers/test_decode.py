"""Encodings: what the bytes of a file say."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ArticleError
from kg.readers.decode import decode

WORDS = "“It’s Zoë’s café,” said Pell — for €20\u00a0a month.\r\nNobody came."


@pytest.mark.parametrize(
    "raw",
    [
        WORDS.encode(),
        WORDS.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.encode("utf-32"),
        WORDS.encode("cp1252"),
    ],
)
def test_the_text_is_all_there_without_mark(raw: bytes) -> None:
    assert decode(raw) == WORDS


def test_emoji_are_one_code_point() -> None:
    assert len(decode("🙂é".encode())) == 2


@pytest.mark.parametrize("declared", ["iso-8859-1", "latin1", "windows-1252", "us-ascii"])
def test_declared_latin_is_what_browsers_take_it_for(declared: str) -> None:
    assert decode(WORDS.encode("cp1252"), declared) == WORDS


def test_a_declared_encoding_counts_where_it_fits() -> None:
    words = "Порт купила компания."
    assert decode(words.encode("koi8-r"), "koi8-r") == words
    assert decode(words.encode(), "ascii-no-such") == words
    assert decode(words.encode(), "utf-16") == words
    assert decode(b"+AGE-", "utf-7") == "+AGE-"


def test_other_scripts_are_recognised_without_declaration() -> None:
    words = "Портовая компания наняла сорок охранников в понедельник, и докеры в тот же вечер начали забастовку в городе. " * 4
    assert decode(words.encode("cp1251")) == words


def test_a_file_cut_short_is_still_utf8() -> None:
    raw = ("Zoë said so, “again”. " * 30).encode()
    assert decode(raw[:-4] + "“".encode()[:2]).endswith("\ufffd")
    assert "Zoë" in decode(raw[:-4] + "“".encode()[:2])


@pytest.mark.parametrize("raw", [b"\x89PNG\r\n\x1a\n\0\0\0", b"%PDF-1.7\nxref", b"text\0text", bytes(range(1, 9)) * 40])
def test_binary_is_refused(raw: bytes) -> None:
    with pytest.raises(ArticleError, match="binary"):
        decode(raw)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_that_can_be_stored_or_refused(raw: bytes) -> None:
    try:
        text = decode(raw)
    except ArticleError:
        return
    assert text.encode("utf-8").decode("utf-8") == text
    assert "\0" not in text
