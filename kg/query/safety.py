"""Queries stay inside the store: none may ask another server."""

from __future__ import annotations

import re
from typing import Final

from kg.errors import QueryError

# Sought in the raw text and not only outside of strings: where a string begins can be disguised, and one that holds a whole
# SERVICE clause is nothing that anyone searches for. Variables are stepped over. No pattern gives back what it took, so that time stays
# bounded.
_SPACE: Final = r"(?:\s|#[^\r\n]*+[\r\n])*+"
_VARIABLE: Final = r"[?$][\w\u00b7\u0300-\u036f\u203f\u2040]++"
_NAME: Final = rf"(?:<[^<>]*+>|{_VARIABLE}|[^\s{{}}<>\"':#]*+:(?:\\.|[^\s{{}}<>\"'#\\])*+)"
_SERVICE: Final = re.compile(rf"{_VARIABLE}|(?P<service>service){_SPACE}(?:silent{_SPACE})?{_NAME}{_SPACE}\{{", re.IGNORECASE)
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def refuse_service(text: str) -> None:
    """QueryError where the query has a SERVICE clause, however written: it would send what is asked to another server."""
    if "service" not in text.casefold() and "\\" not in text:
        return
    readings = {text, _ESCAPE.sub(_character, text)}  # not every engine reads escapes that stand outside of strings and IRIs
    if any(match["service"] for one in readings for match in _SERVICE.finditer(one)):
        raise QueryError("The query has a SERVICE clause, and queries here ask no other server: take it out.")


def _character(match: re.Match[str]) -> str:
    number = int(match[1] or match[2], 16)
    return chr(number) if number < 0x110000 else match[0]
