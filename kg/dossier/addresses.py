"""Addresses that may become links: http and https alone, and nothing in them that could end one."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, urlsplit

_UNSAFE: Final = re.compile(r"[\s<>\"'`\\^{|}\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def safe_address(text: str | None) -> str | None:
    """The address with what could end a link percent-encoded; None where it isn't one of the web."""
    if text is None:
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname or _UNSAFE.search(parts.netloc):
        return None
    return _UNSAFE.sub(lambda match: quote(match[0], safe=""), text)
