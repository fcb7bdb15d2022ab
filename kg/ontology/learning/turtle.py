"""What was learnt, as Turtle for a person: each trigger with how often it told its relation, and how it did on held-out subjects."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kg.ontology import vocabulary as kg
from kg.ontology.learning.learner import Lesson
from kg.ontology.learning.samples import NAMES
from kg.ontology.learning.wordings import Learnt

_PREFIXES: Final = {
    "kg": kg.NAMESPACE,
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
_PLAIN = re.compile(r"[A-Za-z_][\w-]*")
_WIDTH = 60
_HEAD = """\
# Learnt from {n} annotated texts: words beside an object that tell its relation, what a class's members look like, and other writings of
# names. Beside each stands in how many of its occurrences beside a possible object it told the relation, and how many of the facts that it
# gave were right for subjects that it wasn't learnt from. Read it, edit it, and load it beside the ontology that it was learnt for.
"""


def turtle(lesson: Lesson, samples: int) -> str:
    """The lesson as Turtle; the same lesson gives the same text."""
    names = _Names(_namespace([*lesson.ontology.relations, *lesson.looks]))
    parts = [_HEAD.format(n=samples), "\n".join(names.prefixes()) + "\n"]
    parts += [*_classes(lesson, names), *_individuals(lesson, names), *_relations(lesson, names)]
    return "\n".join(parts)


def _classes(lesson: Lesson, names: _Names) -> Iterator[str]:
    for iri, one in lesson.ontology.classes.items():
        if iri not in lesson.looks and one.ner_labels and iri in lesson.used:
            yield f"{names.of(iri)} kg:ner_label {_texts(one.ner_labels)} .  # as it was"
    for iri, look in lesson.looks.items():
        if look.known_only:
            yield f"{names.of(iri)} kg:known_only true .  # all of {look.members} members seen"
        elif look.labels == NAMES and look.members == 0:
            yield f"{names.of(iri)} kg:ner_label {_texts(look.labels)} .  # none seen: any name"
        elif look.labels:
            yield f"{names.of(iri)} kg:ner_label {_texts(look.labels)} .  # {look.members} members seen"
    below = sorted({(known, iri) for iri, look in lesson.looks.items() for known in look.known if known != iri})
    for known, iri in below:
        yield f"{names.of(known)} rdfs:subClassOf {names.of(iri)} ."
    yield ""


def _individuals(lesson: Lesson, names: _Names) -> Iterator[str]:
    for name, (of, words) in lesson.individuals.items():
        iri = f"{names.namespace}name-{re.sub(r'[^A-Za-z0-9]+', '-', name).strip('-')}"
        yield f"{names.of(iri)} a {names.of(of)} ; skos:prefLabel {_text(name)} ; skos:altLabel {_texts(words)} ."
    if lesson.individuals:
        yield ""


def _relations(lesson: Lesson, names: _Names) -> Iterator[str]:
    for iri in lesson.ontology.relations:
        learnt = lesson.wordings.triggers.get(iri, ())
        refused = lesson.left_out.get(iri, frozenset())
        kept = [one for one in learnt if one.text not in refused]
        tries = lesson.tallies[iri].by_trigger if iri in lesson.tallies else {}
        statements = [
            *_lines("kg:trigger", kept, {text: (right, found) for text, (found, right) in tries.items()}),
            *_lines("kg:counter_trigger", lesson.wordings.counters.get(iri, ()), {}),
        ]
        for one in learnt:
            if one.text in refused:
                found, right = tries[one.text]
                yield f"# left out of {names.of(iri)}: {_text(one.text)}, {right} of {found} right when held out"
        for example in lesson.examples.get(iri, ()):
            yield f"# could be an example: {names.of(iri)} kg:example {_text(example)} ."
        if statements:
            single = ["    kg:one_object true ;"] if iri in lesson.wordings.single else []
            yield "\n".join([names.of(iri), *single, *statements, "    .\n"])


def _lines(term: str, learnt: Sequence[Learnt], tries: dict[str, tuple[int, int]]) -> Iterator[str]:
    if not learnt:
        return
    yield f"    {term}"
    for n, one in enumerate(learnt):
        right, found = tries.get(one.text, (0, 0))
        held_out = f"; held out {right} of {found}" if found else ""
        mark = " ;" if n == len(learnt) - 1 else " ,"
        yield f"        {_text(one.text) + mark:<{_WIDTH}}# {one.support} of {one.occurrences}{held_out}"


class _Names:
    """IRIs as prefixed names: the namespace of most terms has the empty prefix."""

    def __init__(self, namespace: str) -> None:
        self.namespace = namespace

    def prefixes(self) -> list[str]:
        own = {"": self.namespace} if self.namespace not in _PREFIXES.values() else {}
        return [f"@prefix {name}: <{iri}> ." for name, iri in {**own, **_PREFIXES}.items()]

    def of(self, iri: str) -> str:
        for name, namespace in {**_PREFIXES, "": self.namespace}.items():
            local = iri[len(namespace) :]
            if iri.startswith(namespace) and _PLAIN.fullmatch(local):
                return f"{name}:{local}"
        return f"<{iri}>"


def _namespace(iris: Iterable[str]) -> str:
    found = Counter(re.sub(r"[^#/:]*$", "", iri) for iri in iris)
    return min(found, key=lambda one: (-found[one], one), default=kg.NAMESPACE)


def _texts(texts: Iterable[str]) -> str:
    return " , ".join(map(_text, texts))


def _text(text: str) -> str:
    escaped = "".join(f"\\u{ord(one):04X}" if ord(one) < 32 else one for one in text.replace("\\", "\\\\").replace('"', '\\"'))
    return f'"{escaped}"'
