"""Ontologies of users, each with sentences that say its relations in several wordings: `python -m tests.ontology.users FOLDER`.

A folder holds for each trade TRADE.ttl and TRADE.jsonl, of which a line is `{"wording": …, "text": …, "facts": [[relation, subject, object,
status], …]}`. Each sentence is read under our ontology with that trade's beside it, and by wording it is told how many facts are found.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language

from kg.extractors.articles import create_pipeline
from kg.extractors.wordings import Extractor
from kg.language.mending import mend
from kg.language.pipeline import Pipe, statements
from kg.ontology.cache import compiled
from kg.ontology.compile import compile_ontology
from kg.ontology.load import load
from kg.ontology.model import Ontology
from kg.resources import folder
from kg.statement import Statement, Value

Told = set[tuple[str | None, str, str, str]]

_ARTICLES = frozenset({"a", "an", "the"})
_JOINING = frozenset({"of", "for", "in", "at", "on", "from"})


@dataclass(frozen=True)
class Expected:
    """A fact that a sentence states: the relation's local name, the names without article, and the status; and whether it was found."""

    trade: str
    wording: str
    text: str
    fact: tuple[str, str, str, str]
    found: bool


class TradeReader:
    """Reads under our ontology with another beside it: parsed by one pipeline, our wordings compiled once for all."""

    def __init__(self, nlp: Language, beside: Sequence[Path] = (folder("ontology"),)) -> None:
        self.nlp, self.beside = nlp, tuple(beside)
        ours = load(self.beside) if self.beside else None
        if ours is not None:
            mend(nlp, ours.titles)
        with self._parsing("ner"):
            self.patterns = compiled(ours, nlp).patterns if ours is not None else ()
        self.known = frozenset(ours.relations) if ours is not None else frozenset[str]()

    def _parsing(self, *without: str) -> Language:
        return self.nlp.select_pipes(disable=[name for name in self.nlp.pipe_names if name in {"kg", "kg_blocks", *without}])

    def read(self, turtle: Path, texts: Sequence[str]) -> Iterator[tuple[Ontology, tuple[Statement, ...]]]:
        """What each text states."""
        ontology = load([*self.beside, turtle])
        pipe = Pipe(self.nlp, ontology)
        own = {iri: relation for iri, relation in ontology.relations.items() if iri not in self.known}
        with self._parsing("ner"):
            theirs = compile_ontology(replace(ontology, relations=own), self.nlp).patterns
        pipe.extractor = Extractor(ontology, (*self.patterns, *theirs), pipe.rereader())
        with self._parsing():
            for doc in self.nlp.pipe(texts):
                yield ontology, statements(pipe(doc))


def told_by(reader: TradeReader, turtle: Path, text: str) -> Told:
    """What a text states in a user's relations: subject, relation, object, status."""
    ((ontology, found),) = reader.read(turtle, [text])
    own = [one for one in found if one.relation.startswith("https://example.org/")]
    return {
        (one.subject.label if one.subject else None, ontology.relations[one.relation].name, one.object.label, one.status) for one in own
    }


def measure(reader: TradeReader, trades: Path) -> Iterator[Expected]:
    """Every fact of a folder's sentences, with whether it was found."""
    for turtle in sorted(trades.glob("*.ttl")):
        rows = [json.loads(line) for line in turtle.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines() if line.strip()]
        for row, (ontology, found) in zip(rows, reader.read(turtle, [row["text"] for row in rows]), strict=True):
            for relation, subject, obj, status in row["facts"]:
                fact = (relation, subject, obj, status)
                yield Expected(turtle.stem, row["wording"], row["text"], fact, any(states(one, fact, ontology) for one in found))


def states(statement: Statement, fact: tuple[str, str, str, str], ontology: Ontology) -> bool:
    """Whether a statement is the fact; a symmetric relation's either way round."""
    relation, subject, obj, status = fact
    known = ontology.relations[statement.relation]
    if (known.name, statement.status.value) != (relation, status) or statement.subject is None:
        return False
    ways = [(subject, obj), (obj, subject)] if known.symmetric else [(subject, obj)]
    labels = (statement.object.label,) if isinstance(statement.object, Value) else statement.object.labels
    return any(_is_called(statement.subject.labels, a, ontology) and _is_called(labels, b, ontology) for a, b in ways)


def _is_called(labels: Sequence[str], wanted: str, ontology: Ontology) -> bool:
    """Whether it has this name, which a title may stand before: "Professor Dana Roe" is called Dana Roe."""
    title, _, name = wanted.partition(" ")
    ways = [wanted, name] if name and title in ontology.titles else [wanted]
    return any(_same(label, one) for label in labels for one in ways)


def _same(label: str, wanted: str) -> bool:
    """Whether two phrases are one but for an article and for what describes a name: "the tanker Aurora" is "Aurora"."""
    short, long = sorted((_words(label), _words(wanted)), key=len)
    for start in range(len(long) - len(short) + 1):
        end = start + len(short)
        if [w.lower() for w in long[start:end]] == [w.lower() for w in short]:
            left_out = [*long[:start], *long[end:]]
            return all(word == word.lower() for word in left_out) and start <= _head(long) < end
    return False


def _words(phrase: str) -> list[str]:
    words = phrase.replace("’", "'").split()
    return words[1:] if words[0].lower() in _ARTICLES and len(words) > 1 else words


def _head(words: Sequence[str]) -> int:
    return next((i - 1 for i, word in enumerate(words) if word in _JOINING and i), len(words) - 1)


def report(found: Sequence[Expected]) -> Iterator[str]:
    """Lines: by wording, how many of how many facts; then all."""
    wordings = Counter(one.wording for one in found)
    right = Counter(one.wording for one in found if one.found)
    for wording, number in [*wordings.items(), ("all", len(found))]:
        good = right[wording] if wording != "all" else sum(right.values())
        yield f"{wording:20} {good:4} of {number:4}  {good / number:.3f}"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--alone", action="store_true", help="read without our ontology")
    parser.add_argument("--missed", action="store_true", help="list the facts that aren't found")
    options = parser.parse_args()
    reader = TradeReader(create_pipeline(), () if options.alone else (folder("ontology"),))
    found = [*measure(reader, options.folder)]
    for one in found if options.missed else ():
        if not one.found:
            print(f"{one.trade}, {one.wording}: {one.text}\n    {' · '.join(one.fact)}")
    print("\n".join(report(found)))


if __name__ == "__main__":
    main()
