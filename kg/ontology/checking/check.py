"""The whole check of an ontology: what is wrong with it, and how well its examples teach."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language

from kg.errors import OntologyError
from kg.language.mending import mend
from kg.language.pipeline import Pipe
from kg.ontology.cache import compiled
from kg.ontology.checking.cycles import cycles
from kg.ontology.checking.examples import all_examples, examples, never_fitting
from kg.ontology.checking.findings import Finding, Severity, in_order
from kg.ontology.checking.reading import read_examples
from kg.ontology.checking.relations import lacking
from kg.ontology.checking.teaching import firing, misread, not_found
from kg.ontology.checking.terms import unknown_references, unknown_words, untyped
from kg.ontology.checking.trials import Recall, recalls, try_examples
from kg.ontology.checking.triggers import triggers
from kg.ontology.checking.variants import Kind
from kg.ontology.checking.wordings import clashes, doubtful
from kg.ontology.checking.written import Written, read_all, refusal, written
from kg.ontology.compile import Compiled
from kg.ontology.load import ontology_of
from kg.ontology.model import Ontology, Relation
from kg.ontology.sources import sources
from kg.resources import folder


@dataclass(frozen=True, slots=True)
class Report:
    """All findings in the order of the files, and what leave-one-out found of each relation (by name) and kind of sentence."""

    findings: tuple[Finding, ...]
    recalls: Mapping[str, Mapping[Kind, Recall]] = field(default_factory=dict)

    def number(self, severity: Severity) -> int:
        return sum(one.severity is severity for one in self.findings)


def check(paths: Sequence[Path] | None, nlp: Language, allow_imports: Collection[str] = ()) -> Report:
    """Check the ontology that these files and folders make, read as `load` does (None: the one that comes with the package). Nothing is
    raised for what is wrong with it: that is the report.

    `nlp` is a spaCy pipeline as `load_model` gives it; it learns the ontology's titles. The package's own files are checked only where
    there are no others.
    """
    documents, faults = read_all([folder("ontology")] if paths is None else paths)
    if faults:
        return Report(in_order([*faults, *unknown_words(written(documents))]))
    try:
        found = sources(paths, allow_imports)
        ontology = ontology_of(found)
    except OntologyError as fault:
        files = written(documents)
        return Report(in_order([refusal(fault, files.described()), *unknown_words(files)]))
    files = written(found.documents)
    good, wordings, findings = inspect(ontology, files, nlp)
    tried, figures = _tried(good, wordings, files, nlp)
    return Report(in_order(_own([*findings, *tried], files)), figures)


def inspect(ontology: Ontology, files: Written, nlp: Language) -> tuple[Ontology, Compiled, list[Finding]]:
    """What is wrong with an ontology as it is written and compiled, before any example is tried; with what of it is good, compiled."""
    mend(nlp, ontology.titles)
    good, faulty = examples(ontology, files)
    good, unusable = triggers(good, files)
    with nlp.select_pipes(disable=[name for name in nlp.pipe_names if name.startswith("kg") or name == "ner"]):
        wordings = compiled(good, nlp)
    found = [*unknown_words(files), *unknown_references(ontology, files), *untyped(files)]
    found += [*lacking(ontology, files), *cycles(ontology, files)]
    found += [*faulty, *unusable, *never_fitting(good, files)]
    found += [*doubtful(wordings.doubts, good, files), *clashes(wordings.patterns, good, files)]
    return good, wordings, found


def _tried(ontology: Ontology, wordings: Compiled, files: Written, nlp: Language) -> tuple[list[Finding], dict[str, dict[Kind, Recall]]]:
    """What comes of trying the examples, and the figures."""
    patterned = {(one.relation, one.example) for one in wordings.patterns}
    chosen = [(relation, text) for relation, text in _chosen(ontology, files) if (relation.iri, text) in patterned]
    stating = [(relation, text) for relation, text in chosen if text not in relation.counter_examples]
    with nlp.select_pipes(disable=["ner"]):
        trials = [*try_examples(ontology, wordings, stating, nlp)]
    found = [*not_found(trials, ontology, files), *firing(trials, ontology, files)]
    found += misread([*read_examples(Pipe(nlp, ontology), chosen, nlp)], ontology, files)
    return found, {ontology.relations[iri].name: kinds for iri, kinds in recalls(trials).items()}


def _own(findings: Iterable[Finding], files: Written) -> list[Finding]:
    """What is told: of our own files, which stand beside a user's, nothing."""
    ours = {one.places.file for one in files.files if one.ours}
    is_alone = all(one.ours for one in files.files)
    return [one for one in findings if is_alone or one.place is None or one.place.file not in ours]


def _chosen(ontology: Ontology, files: Written) -> list[tuple[Relation, str]]:
    """The examples that are tried: a user's own, where there are such."""
    pairs = [(relation, text) for relation in ontology.relations.values() for text in all_examples(relation)]
    return pairs if all(one.ours for one in files.files) else [(one, text) for one, text in pairs if not files.is_ours(one.iri, text)]
