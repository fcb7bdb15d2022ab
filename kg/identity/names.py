"""When two names are the same name."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from pyoxigraph import Literal

from kg.vocabulary import DATE, DATE_TIME, YEAR, YEAR_MONTH

_DATES: Final = frozenset({DATE, DATE_TIME, YEAR, YEAR_MONTH})


def name_key(label: str) -> str:
    """A name without what writers vary freely: case, width, spaces, punctuation, a leading "the". Equal keys are the same full name."""
    words = re.findall(r"\w+", re.sub(r"['’]", "", unicodedata.normalize("NFKC", label).casefold()))
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def literal_key(literal: Literal) -> str:
    """The same for a literal: of a date its year, since one article may know the day and another no more than that."""
    return literal.value.partition("-")[0] if literal.datatype in _DATES else name_key(literal.value)
