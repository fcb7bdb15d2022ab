"""Digests of the package's own sources, by which what older code made is told from what this one makes."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path


@cache
def code_digest(*folders: str) -> str:
    """A digest of the Python sources in these folders of the package."""
    digest = hashlib.sha256()
    package = Path(__file__).parent
    for name in folders:
        for path in sorted((package / name).glob("*.py")):
            digest.update(f"{name}/{path.name}".encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
