"""The project's own annotated articles: what lies in `articles/`, and whether it is as it was."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from kg.article import Article
from kg.readers.folder import read

FOLDER = Path(__file__).with_name("articles")
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))


def articles() -> Iterator[Article]:
    """The articles, by name, read as a user's are."""
    for one in read([FOLDER / f"{name}.txt" for name in NAMES]):
        assert isinstance(one, Article)
        yield one


def field(name: str) -> str:
    """What an article is about: its name up to the first hyphen."""
    return name.partition("-")[0]


def digest() -> str:
    """`sha256:` over the names and bytes of all articles and annotations."""
    found = hashlib.sha256()
    for path in sorted(FOLDER.iterdir()):
        found.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return "sha256:" + found.hexdigest()
