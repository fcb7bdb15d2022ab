"""Bytes to text: what encoding a file is in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from kg.errors import ArticleError

_MARKS = (  # the longer first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    r"utf-8|iso8859-\d+|cp125\d|cp874|cp932|cp949|koi8-[ru]|mac-roman|shift_jis|euc_jp|euc_kr|iso2022_jp|gb2312|gbk|gb18030|big5|big5hkscs"
)
_SAMPLE = 65_536
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1b\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BINARY = "it is binary, not text: save it as plain text in UTF-8, or leave it out"


def decode(raw: bytes, declared: str | None = None) -> str:
    """The text of a file, without byte order mark. `declared` is the encoding that the file itself names.

    Raises ArticleError for what is not text.
    """
    encoding = encoding_of(raw, declared)
    return require_text(raw.decode(encoding, "replace"))


def encoding_of(raw: bytes, declared: str | None = None) -> str:
    """The encoding by byte order mark, declaration, or (tried in turn) UTF-8, Windows-1252 for text in Latin letters, and a guess."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding
    known = _known(declared) if declared else None
    if known and _decodes(raw, known):
        return known
    if _is_utf8(raw):
        return "utf-8"
    high = sum(byte > 127 for byte in raw[:_SAMPLE])
    if high * 5 < min(len(raw), _SAMPLE) and _decodes(raw, "cp1252"):
        return "cp1252"
    guess = from_bytes(raw[:_SAMPLE]).best()
    return guess.encoding if guess and _decodes(raw, guess.encoding) else "cp1252"


def require_text(text: str) -> str:
    """The text, with lone surrogates (which nothing can store) replaced one for one. Raises ArticleError for binary content."""
    if "\0" in text or text.startswith("%PDF-") or len(_CONTROL.findall(text[:_SAMPLE])) * 50 > min(len(text), _SAMPLE):
        raise ArticleError(_BINARY)
    return _SURROGATE.sub("\ufffd", text)


def _known(declared: str) -> str | None:
    """The codec for an encoding that a page may declare; what browsers call Latin-1 is Windows-1252."""
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return None
    if name in ("ascii", "iso8859-1"):
        return "cp1252"
    return name if _DECLARED.fullmatch(name) else None


def _decodes(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except (LookupError, ValueError):
        return False
    return True


def _is_utf8(raw: bytes) -> bool:
    """Whether it is UTF-8, allowing for one broken character to ten good ones: a file cut short is no reason to guess."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        return sum(character > "\x7f" for character in text) - broken >= 10 * broken
    return True
