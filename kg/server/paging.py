"""Lists a page at a time: what a client sends to get the next page is the place where the last one ended."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from kg.errors import UsageError

Place = tuple[str | int, ...]
"""What a list is sorted by: the same kinds of values for each of its items."""
_T = TypeVar("_T")


def page(items: Sequence[_T], place: Callable[[_T], Place], limit: int, after: str | None) -> tuple[list[_T], str | None]:
    """The items after a cursor (None: from the first), at most `limit` of them, in the order of their places; and the cursor of the next
    page, None where there is none. UsageError for a cursor of another list."""
    ordered = sorted(items, key=place)
    if after is not None:
        last = _place(after)
        try:
            ordered = [one for one in ordered if place(one) > last]
        except TypeError:
            raise _unknown() from None
    shown = ordered[:limit]
    return shown, cursor(place(shown[-1])) if len(ordered) > limit else None


def cursor(place: Place) -> str:
    """A place as text that can stand in an address."""
    return urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def listed(items: Sequence[Any], next: str | None) -> dict[str, Any]:
    """The shape of every page."""
    return {"items": items, "next": next}


def _place(text: str) -> Place:
    try:
        found = json.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, RecursionError):
        raise _unknown() from None
    if not isinstance(found, list):
        raise _unknown()
    return tuple(found)


def _unknown() -> UsageError:
    return UsageError("`after` is what `next` of the page before says: leave it out for the first page.")
