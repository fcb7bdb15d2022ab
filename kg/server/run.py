"""The server on its socket, from start to stop."""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Callable
from functools import partial

import uvicorn

from kg.errors import KgError, UsageError
from kg.server.app import Application, Options
from kg.server.quick import QuickProtocol

_WAITING = 2_048
"""Connections that wait to be taken."""
_MOST_CONNECTIONS = 1_000
_ALLOCATOR = ("GLIBC_TUNABLES", "glibc.malloc.tcache_count=100")
"""A query takes and gives back hundreds of small pieces of memory: kept at hand, they cost a tenth of its time less."""
_FINISHING = 5
"""Seconds that requests get to finish when the server is stopped."""


def serve(options: Options, host: str, port: int, *, started: Callable[[str], None]) -> None:
    """Serve until somebody stops it; `started` is told the address. KgError where the port can't be had."""
    with _listening(host, port) as listening:
        os.environ.setdefault(*_ALLOCATOR)  # for the processes that answer: glibc reads it when one starts, others don't know it
        app = Application(options)
        config = uvicorn.Config(
            app,
            http=partial(QuickProtocol, sparql=app.sparql, requests=app.requests, lending=app.lending),  # type: ignore[arg-type]  # it is called as a class is
            lifespan="on",
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=_MOST_CONNECTIONS,
            timeout_graceful_shutdown=_FINISHING,
        )
        started(address(host, listening.getsockname()[1]))
        uvicorn.Server(config).run([listening])


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a host. UsageError for what is no host."""
    try:
        found = {str(one[4][0]) for one in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError) as error:  # UnicodeError: no name that a host can have
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UsageError(f"{host!r} is no host of this machine ({why}): give one, or leave --host out.") from error
    return all(ipaddress.ip_address(one.partition("%")[0]).is_loopback for one in found)


def names(host: str, others: tuple[str, ...] = ()) -> tuple[str, ...]:
    """What the server may be called in a request."""
    machine = () if is_loopback(host) else (socket.gethostname(),)
    return tuple(dict.fromkeys(one.lower() for one in (host, *machine, "localhost", "127.0.0.1", "::1", *others)))


def address(host: str, port: int) -> str:
    """Where a browser finds it."""
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/"


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=_WAITING)
    except (OSError, OverflowError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise KgError(f"Port {port} of {host} can't be had ({why}): give another with --port.") from error
