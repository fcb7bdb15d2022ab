"""What a worker has found in a store and needs again, as long as the store is in the state in which it was opened."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from kg.store.interface import Store
from kg.store.oxigraph import OxigraphStore

_MOST: Final = 8
"""Answers of one function that are kept."""
_P = ParamSpec("_P")
_T = TypeVar("_T")


def kept(function: Callable[Concatenate[Store, _P], _T]) -> Callable[Concatenate[Store, _P], _T]:
    """The function, which computes an answer once for each store that was opened; for an endpoint, whose state nobody tells, each time."""
    known: WeakKeyDictionary[OxigraphStore, dict[Hashable, Any]] = WeakKeyDictionary()

    @wraps(function)
    def keeping(store: Store, /, *arguments: _P.args, **named: _P.kwargs) -> _T:
        if not isinstance(store, OxigraphStore):
            return function(store, *arguments, **named)
        answers = known.setdefault(store, {})
        key = (arguments, tuple(sorted(named.items())))
        if key not in answers:
            if len(answers) == _MOST:
                del answers[next(iter(answers))]
            answers[key] = function(store, *arguments, **named)
        found: _T = answers[key]
        return found

    return keeping
