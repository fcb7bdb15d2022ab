"""When two names are the same name."""

from __future__ import annotations

import re
import unicodedata


def name_key(label: str) -> str:
    """A name without what writers vary freely: case, width, spaces, punctuation, a leading "the". Equal keys are the same full name."""
    words = re.findall(r"\w+", re.sub(r"['’]", "", unicodedata.normalize("NFKC", label).casefold()))
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
