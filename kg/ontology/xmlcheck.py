"""Whether XML can be parsed safely: its entities and its depth, looked at before anything is expanded."""

from __future__ import annotations

import re
from typing import Final, NoReturn
from xml.parsers import expat

from kg.errors import OntologyError
from kg.ontology import limits

_REFERENCE: Final = re.compile(rb"&([^;&\s]{1,100});")


def check(name: str, data: bytes) -> None:
    """Raises OntologyError for what isn't XML, for external and nested entities, for such as make it much longer, and for deep nesting."""
    scan = _Scan(name, data)
    parser = expat.ParserCreate()
    parser.EntityDeclHandler = scan.entity
    parser.AttlistDeclHandler = scan.attributes
    parser.StartElementHandler = scan.start
    parser.EndElementHandler = scan.end
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        why = expat.ErrorString(error.code)
        raise OntologyError(
            f"{name}, line {error.lineno}, column {error.offset + 1}: this isn't RDF/XML ({why}); correct it there."
        ) from error


class _Scan:
    def __init__(self, name: str, data: bytes) -> None:
        self.name, self.data = name, data
        self.entities: dict[bytes, int] = {}
        self.depth = 0
        self.begun = False

    def entity(self, entity: str, is_parameter: bool, value: str | None, *_: object) -> None:
        """Keep how long is what an entity stands for."""
        if value is None or is_parameter:
            raise OntologyError(f"{self.name} has an entity from elsewhere ({entity}), and nothing is fetched: write it out.")
        if "&" in value:
            raise OntologyError(f"{self.name} has an entity that is made of others ({entity}): write out what it stands for.")
        self.entities[entity.encode()] = len(value)

    def attributes(self, element: str, *_: object) -> NoReturn:
        """Attributes that are there without being written are nothing that RDF needs."""
        raise OntologyError(f"{self.name} declares attributes of {element} in its document type: write them where they are meant.")

    def start(self, element: str, attributes: object) -> None:
        """Count how deep elements are nested; before the first, how much the entities stand for."""
        if not self.begun:
            self.begun = True
            self._check_expansion()
        self.depth += 1
        if self.depth > limits.MAX_DEPTH:
            raise OntologyError(f"{self.name} has elements nested more than {limits.MAX_DEPTH} deep: write them side by side.")

    def end(self, element: str) -> None:
        """One element less."""
        self.depth -= 1

    def _check_expansion(self) -> None:
        total = sum(self.entities.get(match[1], 0) for match in _REFERENCE.finditer(self.data)) if self.entities else 0
        if total > limits.MAX_BYTES:
            raise OntologyError(f"{self.name} has entities that stand for {total // 1_000_000:,} MB of text: write out what is meant.")
