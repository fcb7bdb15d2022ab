"""Text2KGBench: an ontology of the benchmark as ours, learnt from its training sentences, tried on its test sentences.

    python benchmarks/text2kg.py ONTOLOGY.json TRAIN.jsonl TEST.jsonl OUT.jsonl

The ontology and what is learnt are written beside OUT, as Turtle. Test lines need "id" and "sent"; OUT has {"id", "triples": [[s, r, o]]}.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from text2kg_ontology import imported

from kg.article import Article, Block, Role
from kg.extractors.articles import extract_articles
from kg.language.model import load_model
from kg.ontology.learning.learner import learn
from kg.ontology.learning.records import read_records
from kg.ontology.learning.samples import read_samples
from kg.ontology.learning.turtle import turtle
from kg.ontology.load import load
from kg.ontology.model import Ontology
from kg.resources import folder
from kg.statement import Entity, Statement, Status, Value


def main(ontology_json: Path, train: Path, test: Path, out: Path) -> None:
    """Import, learn, extract and write."""
    own, learnt = out.with_suffix(".ontology.ttl"), out.with_suffix(".learnt.ttl")
    names = folder("ontology") / "names.ttl"
    text, labels = imported(json.loads(ontology_json.read_text(encoding="utf-8")), names)
    own.write_text(text, encoding="utf-8")
    files = [own, names]
    ontology = load(files)
    records, problems = read_records([train])
    nlp = load_model(None)
    samples, unknown = read_samples(records, ontology, nlp)
    print(*problems, *unknown, sep="\n", end="", file=sys.stderr)
    learnt.write_text(turtle(learn(samples, ontology, nlp), len(samples)), encoding="utf-8")
    files.append(learnt)
    known = load(files)
    with out.open("w", encoding="utf-8") as lines:
        for extraction in extract_articles(_articles(test), ontology_paths=files):
            found = [
                _triple(one, known, labels) for one in extraction.statements if one.status is Status.AFFIRMED and one.relation in labels
            ]
            line = {"id": extraction.article.key, "triples": list(dict.fromkeys(one for one in found if one is not None))}
            lines.write(json.dumps(line, ensure_ascii=False) + "\n")


def _articles(test: Path) -> Iterator[Article]:
    for line in _lines(test):
        one = json.loads(line)
        yield Article(str(one["id"]), one["sent"], (Block(0, len(one["sent"]), Role.PARAGRAPH),), str(one["id"]))


def _lines(path: Path) -> Iterable[str]:
    return (line for line in path.read_text(encoding="utf-8").split("\n") if line.strip())


def _triple(statement: Statement, known: Ontology, labels: Mapping[str, str]) -> tuple[str, str, str] | None:
    if statement.subject is None:
        return None
    return _name(statement.subject, known), labels[statement.relation], _name(statement.object, known)


def _name(one: Entity | Value, known: Ontology) -> str:
    """A value's literal; an entity's name, the ontology's where it knows it."""
    if isinstance(one, Value):
        return one.lexical
    individual = known.by_name.get(one.label)
    return individual.label if individual is not None else one.label


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*map(Path, sys.argv[1:]))
