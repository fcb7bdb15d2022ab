"""Where quads are kept: embedded Oxigraph, or any SPARQL 1.1 endpoint."""

from __future__ import annotations

from pathlib import Path

from kg.store.interface import Store
from kg.store.oxigraph import OxigraphStore
from kg.store.sparql import SparqlStore, endpoint_urls


def open_store(location: str | Path, *, read_only: bool = False) -> Store:
    """The store in a folder (made where there is none, unless `read_only`) or at an `http(s)://` address. Raises StoreError."""
    if is_address(location):
        query_url, update_url = endpoint_urls(str(location))
        return SparqlStore(query_url, update_url, read_only=read_only)
    return OxigraphStore(Path(location), read_only=read_only)


def is_address(location: str | Path) -> bool:
    """Whether the store is a server's."""
    return str(location).startswith(("http://", "https://"))
