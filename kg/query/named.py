"""Queries by name, file or text. A query file's leading comment is its help and declares its parameters."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import QueryError, UsageError
from kg.resources import folder

_PARAMETER: Final = re.compile(r"\?(?P<name>\w+) \((?P<kind>[^,)]+)(?P<needed>, needed)?\): (?P<help>.+)")
KINDS: Final = ("entity", "text", "number")
"""What a parameter may be, beside one of a few words."""
_LONGEST: Final = 1_000_000
"""Characters of a query file; a longer one is no query."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a query that its user may give a value.

    `kind` is `entity` (an IRI or a name), `text`, `number` (a whole one), or the words to choose from, parted by `|`.
    """

    name: str
    kind: str
    help: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A SPARQL query with its help: `title` is one line, `help` the paragraphs after it."""

    text: str
    name: str = "query"
    title: str = ""
    help: str = ""
    parameters: tuple[Parameter, ...] = ()


def parse(text: str, name: str = "query") -> Query:
    """A query from a file's text: the first line of its leading comment is its title, lines such as
    `# ?entity (entity, needed): whom it is about` declare parameters, the rest is help. QueryError where it isn't Unicode."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise QueryError("The query isn't in UTF-8: give it in that encoding.") from error
    comment = _leading_comment(text)
    parameters = tuple(_parameter(match) for line in comment if (match := _PARAMETER.fullmatch(line)))
    prose = [line for line in comment[1:] if not _PARAMETER.fullmatch(line)]
    return Query(text, name, comment[0] if comment else "", "\n".join(prose).strip(), parameters)


def named_queries() -> Mapping[str, Query]:
    """The queries that come with the package, by name."""
    return {path.stem: _read(path) for path in sorted(folder("queries").glob("*.rq"))}


def find(query: str) -> Query:
    """The query that is meant by a name, a file or SPARQL text. UsageError where it is none of them."""
    path = folder("queries") / f"{query}.rq"
    if re.fullmatch(r"[\w-]+", query) and path.is_file():
        return _read(path)
    if "{" in query or "\n" in query or "#" in query:
        return parse(query)
    if Path(query).is_file():
        return _read(Path(query))
    known = sorted(named_queries())
    near = difflib.get_close_matches(query, known, 1)
    meant = f"did you mean {near[0]!r}?" if near else f"the named ones are {', '.join(known)}."
    raise UsageError(f"There is no query {query!r}, neither by that name nor as a file; {meant}")


def _read(path: Path) -> Query:
    try:
        with path.open(encoding="utf-8-sig") as lines:
            text = lines.read(_LONGEST + 1)
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"The query file {path} can't be read ({error}): give a file of SPARQL in UTF-8.") from error
    if len(text) > _LONGEST:
        raise QueryError(f"The query file {path} is longer than {_LONGEST:,} characters: give a file of SPARQL.")
    return parse(text, path.stem)


def _leading_comment(text: str) -> list[str]:
    lines: list[str] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line[1:].strip())
    return lines


def _parameter(match: re.Match[str]) -> Parameter:
    return Parameter(match["name"], match["kind"], match["help"], bool(match["needed"]))


def help_text(queries: Mapping[str, Query]) -> str:
    """Each query's name, title and parameters, a line each."""
    width = max(map(len, queries), default=0)
    lines = []
    for name, one in queries.items():
        lines.append(f"{name:<{width}}  {one.title}")
        for parameter in one.parameters:
            value = parameter.kind.upper() if parameter.kind in KINDS else parameter.kind
            needed = " (needed)" if parameter.needed else ""
            lines.append(f"{'':<{width}}    --{parameter.name} {value}{needed}  {parameter.help}")
    return "\n".join(lines) + "\n"
