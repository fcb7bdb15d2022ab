"""Python's collector of cycles, kept from looking in vain through what is needed for long: it would cost more than the work itself."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def held_off() -> Iterator[None]:
    """No collection, while something is made of many parts that are all needed until it is done."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def settled() -> Iterator[None]:
    """What is there now isn't looked through, such as a pipeline and an ontology while articles are read with them; processes that are
    forked go on sharing it. Within another such block all stays settled until that one ends."""
    outermost = not gc.get_freeze_count()
    gc.freeze()
    try:
        yield
    finally:
        if outermost:
            gc.unfreeze()
