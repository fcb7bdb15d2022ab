"""What was learnt, as Turtle for a person: each example, label and trigger with its support, and how it did on held-out subjects."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kg.ontology import vocabulary as kg
from kg.ontology.learning.held_out import Tried
from kg.ontology.learning.learner import Lesson
from kg.ontology.learning.wordings import Learnt

_PREFIXES: Final = {
    "kg": kg.NAMESPACE,
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
_PLAIN = re.compile(r"[A-Za-z_][\w-]*")
_WIDTH = 68
_HEAD = """\
# Learnt from {n} annotated texts: sentences that can be examples, words beside an object that tell its relation, nouns and labels of the
# recogniser that tell a class, and other writings of names. Beside each stands how often it was seen to (of how many occurrences), and how
# often what it told was right of subjects that it wasn't learnt from ("held out"). Read it, edit it, and load it beside the ontology that
# it was learnt for.
"""


def turtle(lesson: Lesson, samples: int) -> str:
    """The lesson as Turtle; the same lesson gives the same text."""
    names = _Names(_namespace([*lesson.ontology.relations, *lesson.looks]))
    parts = [_HEAD.format(n=samples), "\n".join(names.prefixes()) + "\n"]
    parts += [*_classes(lesson, names), *_individuals(lesson, names), *_relations(lesson, names)]
    return "\n".join(parts)


def _classes(lesson: Lesson, names: _Names) -> Iterator[str]:
    """First what takes a line each, then the labels of each class."""
    lines = []
    for iri, look in lesson.looks.items():
        if look.known_only:
            lines.append(f"{names.of(iri)} kg:known_only true .  # all of {look.members} members seen")
        elif look.labels and not look.support:
            lines.append(f"{names.of(iri)} kg:ner_label {_texts(look.labels)} .  # any name, as too few were seen")
    for known, iri in sorted({(known, iri) for iri, look in lesson.looks.items() for known in look.known if known != iri}):
        lines.append(f"{names.of(known)} rdfs:subClassOf {names.of(iri)} .")
    yield from [*lines, ""] if lines else []
    for iri, one in lesson.ontology.classes.items():
        if iri in lesson.looks:
            look = lesson.looks[iri]
            seen = [(label, f"{n} of {look.members} members") for label, n in zip(look.labels, look.support, strict=False)]
        else:
            seen = [(label, "as it was") for label in one.ner_labels if iri in lesson.used]
        values = [(label, _held_out(remark, lesson.labels.get((iri, label)))) for label, remark in seen]
        for noun, classes in lesson.known.items():
            if iri in classes and (iri, noun) in lesson.labels:
                yield f"# {names.of(iri)} is called {_text(noun)}, as it was{_held_out('', lesson.labels[iri, noun])}"
        nouns = lesson.nouns.get(iri, ())
        yield from (f"# left out of {names.of(iri)}: {_text(noun.text)}, {_right(noun)}" for noun in nouns if not noun.holds)
        kept = [(noun.text, _tried(noun)) for noun in nouns if noun.holds]
        yield from _block(names.of(iri), [*_listed("kg:ner_label", values), *_listed("skos:altLabel", kept)])


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
        tries = lesson.tallies[iri].by_trigger if iri in lesson.tallies else {}
        examples = lesson.examples.get(iri, ())
        yield from (f"# gives no stable pattern in {names.of(iri)}: {_text(text)}" for text in lesson.unstable.get(iri, ()))
        yield from (f"# left out of {names.of(iri)}: {_text(one.text)}, {_right(one)}" for one in examples if not one.holds)
        for one in (one for one in learnt if one.text in refused):
            yield f"# left out of {names.of(iri)}: {_text(one.text)}, {_right(Tried(one.text, one.support, *tries[one.text]))}"
        triggers = [(one.text, _counted(one, tries.get(one.text))) for one in learnt if one.text not in refused]
        statements = [
            *_listed("kg:example", [(one.text, _tried(one)) for one in examples if one.holds]),
            *_listed("kg:trigger", triggers),
            *_listed("kg:counter_trigger", [(one.text, _counted(one, None)) for one in lesson.wordings.counters.get(iri, ())]),
        ]
        single = ["    kg:one_object true ;"] if statements and iri in lesson.wordings.single else []
        yield from _block(names.of(iri), [*single, *statements])


def _block(subject: str, statements: Sequence[str]) -> Iterator[str]:
    """All that is said of a subject, a full stop at its end."""
    if statements:
        yield "\n".join([subject, *statements, "    .\n"])


def _listed(term: str, values: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The values of a term, each with a remark."""
    if not values:
        return
    yield f"    {term}"
    for n, (text, remark) in enumerate(values):
        mark = ";" if n == len(values) - 1 else ","
        yield f"        {_text(text)} {mark} ".ljust(_WIDTH) + f"# {remark}"


def _counted(one: Learnt, tried: Sequence[int] | None) -> str:
    """A trigger's counts. A label isn't learnt, so that all of its occurrences are held out."""
    seen = f"{one.support} of {one.occurrences}"
    return f"a label; held out {seen}" if one.is_label and tried is None else _held_out(seen, tried)


def _tried(one: Tried) -> str:
    return _held_out(f"said {'once' if one.support == 1 else f'{one.support} times'}", (one.found, one.right))


def _held_out(seen: str, tried: Sequence[int] | None) -> str:
    if tried is None:
        return seen
    found, right = tried
    return f"{seen}; held out {right} of {found}"


def _right(one: Tried) -> str:
    return f"{one.right} of {one.found} right when held out" if one.found else "tells nothing when held out"


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
