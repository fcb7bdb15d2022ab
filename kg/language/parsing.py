"""spaCy's part of the work on an article, kept: it doesn't depend on the ontology, and takes most of the time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.util import minibatch

from kg import cache
from kg.code import code_digest
from kg.language.annotations import BlockRange
from kg.language.model import fingerprint
from kg.language.notes import problems

_TOKENS: list[int | str] = ["ORTH", "SPACY"]
_ATTRIBUTES: list[int | str] = [*"LEMMA POS TAG MORPH DEP HEAD SENT_START ENT_IOB ENT_TYPE".split()]


class Parse:
    """The component `kg_parse`: a Doc that is only tokens it gives what the components before it find, from the cache where they found it
    before; what is parsed it lets pass.

    A parse is known by the Doc's tokens, which the ontology's titles have a part in, by its blocks, and by what parsed it.
    """

    def __init__(self, nlp: Language) -> None:
        self._before: Sequence[tuple[str, Any]] = tuple(nlp.pipeline)
        self._by = f"{fingerprint(nlp)} {[name for name, _ in self._before]} {code_digest('language')}"
        self._cache = cache.parses()

    def __call__(self, doc: Doc) -> Doc:
        return self._parsed([doc])[0]

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 32) -> Iterator[Doc]:
        """The same for many, in their order, those together that the cache doesn't know."""
        for some in minibatch(docs, batch_size):  # type: ignore[no-untyped-call]
            yield from self._parsed(some)

    def _parsed(self, docs: list[Doc]) -> list[Doc]:
        keys = {n: self._key(doc) for n, doc in enumerate(docs) if len(doc) and not doc.has_annotation("DEP")}
        unknown = {n: key for n, key in keys.items() if not self._recall(docs[n], key)}
        found = [docs[n] for n in unknown]
        for _, component in self._before:
            found = [*component.pipe(found, batch_size=len(docs))] if hasattr(component, "pipe") else [component(doc) for doc in found]
        for doc, key in zip(found, unknown.values(), strict=True):
            if not problems(doc):  # what was noted names this very article
                self._cache.write(key, DocBin([*map(str, _ATTRIBUTES)], docs=[doc]).to_bytes())
        return [*docs] if not found else [dict(zip(unknown, found, strict=True)).get(n, doc) for n, doc in enumerate(docs)]

    def _key(self, doc: Doc) -> str:
        blocks = json.dumps(doc.user_data.get(f"kg.{BlockRange.__name__}", []))
        digest = hashlib.sha256(f"{self._by}\0{blocks}\0".encode())
        digest.update(doc.to_array(_TOKENS).tobytes())  # a word's number is a digest of it
        return digest.hexdigest()

    def _recall(self, doc: Doc, key: str) -> bool:
        """Give the Doc what was found in it before; false where nothing is known."""
        data = self._cache.read(key)
        if data is None:
            return False
        try:
            (kept,) = DocBin().from_bytes(data).get_docs(doc.vocab)
            if kept.to_array(_TOKENS).tobytes() != doc.to_array(_TOKENS).tobytes():
                return False
            doc.from_array(_ATTRIBUTES, kept.to_array(_ATTRIBUTES))  # type: ignore[arg-type]  # the stub knows floats only
        except Exception:  # whatever such a file may hold, the text can be parsed again
            return False
        return True


def parsed(nlp: Language, until: object, docs: Sequence[Doc]) -> Sequence[Doc]:
    """Some Docs that are only tokens, with what the components before one (`until`) find: from the cache, where parses are kept."""
    components: list[Any] = [nlp.get_pipe(name) for name in nlp.component_names if not name.startswith("kg_blocks")]
    before = components[: components.index(until)] if until in components else components
    kept = next((one for one in before if isinstance(one, Parse)), None)
    if kept is not None:
        return [*kept.pipe(docs)]
    found = [*docs]
    for component in before:
        found = [*component.pipe(found)] if hasattr(component, "pipe") else [component(doc) for doc in found]
    return found


def create_parse(nlp: Language, name: str) -> Parse:
    """The factory behind `nlp.add_pipe("kg_parse")`, to be added after all that it is to stand for."""
    return Parse(nlp)
