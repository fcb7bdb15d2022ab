"""Coroutines run from tests that have a browser's event loop in their thread."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

_T = TypeVar("_T")


def finished(work: Coroutine[Any, Any, _T]) -> _T:
    """What a coroutine gives, run in a thread of its own."""
    with ThreadPoolExecutor(1) as executor:
        return executor.submit(asyncio.run, work).result()
