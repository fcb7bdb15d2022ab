"""The pool of workers where things go wrong around it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from kg.query.process import Worker
from kg.server import pool as module
from kg.server.pool import Pool
from kg.server.results import results
from tests.server.loop import finished

ASKED = (results, "ASK {}", "", None, 10, 1_000)


def test_what_nobody_waits_for_is_not_done(location: Path) -> None:
    begun: list[int] = []

    class Counted(Worker):
        def end(self) -> None:
            begun.append(self.begun)
            super().end()

    async def asked() -> None:
        pool = Pool(str(location), workers=1, seconds=30)
        await pool.start()
        for one in [pool.ask(*ASKED) for _ in range(5)]:
            one.cancel()
        assert b"true" in (await pool.ask(*ASKED))[1]
        await pool.close()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "Worker", Counted)
        finished(asked())
    assert begun == [1]


def test_a_worker_is_replaced_once_there_is_room_for_it(location: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Worker | None] = []

    def start(place: str) -> Worker:
        started.append(Worker(place) if len(started) != 1 else None)
        if (made := started[-1]) is None:
            raise BlockingIOError("no more processes")
        return made

    async def asked() -> None:
        pool = Pool(str(location), workers=1, seconds=30)
        await pool.start()
        await pool.ask(*ASKED)
        assert started[0] is not None
        started[0].process.kill()
        await asyncio.to_thread(started[0].process.join)
        while len(started) < 3:
            await asyncio.sleep(0.01)
        assert b"true" in (await pool.ask(*ASKED))[1]
        await pool.close()

    monkeypatch.setattr(module, "Worker", start)
    monkeypatch.setattr(module, "_VERY_SLOW", 0.05)
    finished(asyncio.wait_for(asked(), 30))
