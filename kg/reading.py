"""Articles → graph in one call: `kg build` as a function."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from kg.building import Progress
from kg.building import build as build_store
from kg.collector import held_off
from kg.extractors.articles import extract_articles
from kg.graph import Graph
from kg.language.model import load_model, version
from kg.manifest import Versions, code_version
from kg.ontology.load import load
from kg.ontology.reading import reading_digest
from kg.readers.folder import read
from kg.store import open_store


def build_graph(
    paths: str | Path | Sequence[str | Path],
    store: str | Path = "kg.db",
    *,
    ontology: Sequence[Path] | None = None,
    allow_imports: Sequence[str] = (),
    model: str | None = None,
    jobs: int = 1,
    replace: bool = False,
    base: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    metadata: Path | None = None,
    progress: Progress | None = None,
) -> Graph:
    """Read articles (files, tables and folders of them) into a store and open it.

    `ontology` are files or folders of them (None: the package's, which also stands beside those that need it), `allow_imports` the imports
    of theirs that may be fetched, `model` names a spaCy pipeline, `jobs` the processes that read at the same time; the rest is as
    `kg.building.build` and `kg.readers.folder.read` have it. What was skipped is in the graph's `report`.
    """
    with held_off():
        loaded, nlp = load(ontology, allow_imports), load_model(model)
    report = build_store(
        read([paths] if isinstance(paths, str | Path) else paths, metadata=metadata, publisher=publisher, published=published),
        partial(extract_articles, model=nlp, ontology_paths=ontology, allow_imports=allow_imports, jobs=jobs),
        store,
        ontology=loaded,
        versions=Versions(version(nlp), reading_digest(loaded), code_version()),
        replace=replace,
        base=base,
        progress=progress,
    )
    return Graph(open_store(store, read_only=True), report)
