"""What couldn't be done in a Doc, a sentence each, for whoever ordered it."""

from __future__ import annotations

import hashlib
from typing import Any, Protocol


class HasNotes(Protocol):
    """spaCy's Doc, or ours."""

    @property
    def text(self) -> str: ...
    @property
    def user_data(self) -> dict[Any, Any]: ...


def note(doc: HasNotes, problem: str) -> None:
    """Keep a sentence on what couldn't be done in this Doc."""
    doc.user_data["kg.problems"] = [*doc.user_data.get("kg.problems", []), problem]


def problems(doc: HasNotes) -> tuple[str, ...]:
    """What couldn't be done in this Doc, a sentence each."""
    return tuple(str(one) for one in doc.user_data.get("kg.problems", []))


def key_of(doc: HasNotes) -> str:
    """The article's key; a text that is no article is named by its digest."""
    return str(doc.user_data.get("kg.article") or "sha256:" + hashlib.sha256(doc.text.encode("utf-8", "surrogatepass")).hexdigest())
