"""What people decide, done in a process of its own: each opens the store for writing, briefly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from kg.store import open_store
from kg.store.interface import Store

if TYPE_CHECKING:
    from kg.ontology.model import Ontology

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and with what ontology (its files, and imports that may be fetched) the store is changed, and who does."""

    location: str
    ontology: tuple[Path, ...]
    allow_imports: tuple[str, ...]
    who: str


def reject(store: Store, setting: Setting, statement: str, why: str) -> dict[str, Any]:
    """Set a statement aside. Raises UsageError where it is none; BusyError where another process writes to the store."""
    from kg import corrections

    decision = _changing(
        setting, lambda opened, ontology: corrections.reject(opened, statement, why=why, who=setting.who, ontology=ontology)
    )
    return {"statement": decision.statement.value}


def restore(store: Store, setting: Setting, statement: str, why: str | None) -> dict[str, Any]:
    """Take a rejection back, with a reason or without. Raises as `reject`."""
    from kg import corrections

    decision = _changing(
        setting, lambda opened, ontology: corrections.restore(opened, statement, ontology=ontology, why=why, who=setting.who)
    )
    return {"statement": decision.statement.value}


def remove(store: Store, setting: Setting, article: str) -> dict[str, Any]:
    """Take an article out. Raises as `reject`."""
    from kg import corrections

    return {"article": _changing(setting, lambda opened, ontology: corrections.remove(opened, article, ontology=ontology)).value}


def _changing(setting: Setting, change: Callable[[Store, Ontology], _T]) -> _T:
    ontology = loaded(setting.ontology, setting.allow_imports)
    with open_store(setting.location) as opened:
        return change(opened, ontology)


@lru_cache(maxsize=1)
def loaded(paths: Sequence[Path], allow_imports: Sequence[str]) -> Ontology:
    """The ontology, loaded once in a process."""
    from kg.ontology.load import load

    return load(list(paths) or None, allow_imports)
