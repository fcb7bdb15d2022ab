"""A store as large as one likes, of invented names: what drawing, serving and asking are timed on.

    python benchmarks/big_store.py OUT.db ENTITIES [STATEMENTS] [--seed N]

The statements (three times the entities, unless told otherwise) stand in articles with their text, written by kg's own functions: entities
in communities of uneven size, a few of them in very many statements, some denied, possible or planned, some with a speaker, an amount or
a time.. The same numbers give the same store.
"""

from __future__ import annotations

import argparse
import random
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Final

from kg.article import Article, Block, Role
from kg.building import BuildReport, build
from kg.derivation import rules
from kg.manifest import Versions
from kg.ontology.load import load
from kg.ontology.model import Ontology, OntologyClass, Relation
from kg.statement import Amount, Entity, Evidence, Extraction, Span, Statement, Status, When

_BEGINNINGS: Final = "Bel Cor Dal Fen Gar Hol Jun Kes Lor Mar Nel Or Pel Quin Ras Sol Tam Ul Ver Wex Yar Zel Ash Bram Cal Dren".split()
_MIDDLES: Final = "a e i o u an en in or ur al el il om um".split()
_ENDINGS: Final = "bert dale fax grove ham kin land mont nor ster ton ville wick worth bury combe ford gate mere pool".split()
_PAPERS: Final = tuple(
    f"The {place} {kind}" for place in ("Tarn", "Westmark", "Colby", "Meridian") for kind in ("Ledger", "Wire", "Postil")
)
_STATUSES: Final = ((Status.AFFIRMED, 85), (Status.DENIED, 6), (Status.POSSIBLE, 5), (Status.PLANNED, 4))
_SENTENCES: Final = {
    Status.AFFIRMED: "{subject} {relation} {object}",
    Status.DENIED: "{subject} denied that it {relation} {object}",
    Status.POSSIBLE: "{subject} may be one that {relation} {object}",
    Status.PLANNED: "{subject} plans what would make it one that {relation} {object}",
}
_A_COMMUNITY: Final = 60
"""Entities of a community, on average."""
_AN_ARTICLE: Final = 8
"""Statements of an article."""
_WITHIN: Final = 0.9
"""Of the statements, how many stay within their community."""
_AGAIN: Final = 0.25
"""Of the statements, how many are about what another told before, and may say the contrary."""


class _Names:
    """A name for each number, no two alike."""

    _MANY: Final = len(_BEGINNINGS) * len(_MIDDLES) * len(_ENDINGS)

    def __getitem__(self, number: int) -> str:
        round, place = divmod(number, self._MANY)
        rest, first = divmod(place * 3_571 % self._MANY, len(_BEGINNINGS))  # a prime step: neighbours have little in common
        last, middle = divmod(rest, len(_MIDDLES))
        given = _BEGINNINGS[(place + round) % len(_BEGINNINGS)] + _MIDDLES[place % len(_MIDDLES)] + "n"
        return f"{given} {_BEGINNINGS[first]}{_MIDDLES[middle]}{_ENDINGS[last]}" + (f" {round + 1}" if round else "")


class _World:
    """Who there is, and who is likely to be spoken of with whom."""

    def __init__(self, entities: int, ontology: Ontology, chance: random.Random) -> None:
        self.chance, self.ontology = chance, ontology
        names = _Names()
        classes = [one for one in ontology.classes.values() if _is_usual(one)]
        kinds = chance.choices(classes, [1 / (place + 1) for place in range(len(classes))], k=entities)
        self.people = [Entity(f"e{n}", kind.iri, names[n], (names[n],), True) for n, kind in enumerate(kinds)]
        self.communities = list(self._communities(entities))
        self._speakers = [one for one in range(entities) if ontology.classes[self.people[one].type].speaks] or [0]
        self._relations = _usual_relations(ontology)
        self._fitting: dict[tuple[str, str], list[Relation]] = {}
        self._told: dict[int, list[tuple[int, Relation, int]]] = defaultdict(list)

    def _communities(self, entities: int) -> Iterator[range]:
        start = 0
        while start < entities:
            size = min(entities - start, max(6, int(self.chance.paretovariate(1.3) * _A_COMMUNITY / 4)))
            yield range(start, start + size)
            start += size

    def someone(self, community: range) -> int:
        """A member of the community, of whom the first are met most."""
        return community[min(len(community) - 1, int(len(community) * self.chance.random() ** 2.5))]

    def other(self, community: range) -> int:
        """Somebody else: mostly of the same community, else one of those whom everybody knows, or anyone."""
        if self.chance.random() < _WITHIN:
            return self.someone(community)
        known = max(1, len(self.people) // 500)
        return self.chance.randrange(known) if self.chance.random() < 0.5 else self.chance.randrange(len(self.people))

    def fact(self, subject: int, community: range, *, again: bool) -> tuple[int, Relation, int]:
        """What may be said of somebody of the community; `again`: what was said before, of anybody there."""
        known = self._told[community.start]
        if again and known:
            return self.chance.choice(known)
        object = self.other(community)
        while object == subject and len(self.people) > 1:
            object = self.other(community)
        known.append((subject, self.relation(subject, object), object))
        return known[-1]

    def speaker(self) -> int:
        return self.chance.choice(self._speakers)

    def relation(self, subject: int, object: int) -> Relation:
        """One that may join the two, where there is any."""
        key = self.people[subject].type, self.people[object].type
        if key not in self._fitting:
            ones = [one for one in self._relations if self._fits(one.domain, key[0]) and self._fits(one.range, key[1])]
            self._fitting[key] = ones or self._relations
        return self.chance.choice(self._fitting[key])

    def _fits(self, wanted: frozenset[str], type: str) -> bool:
        return not wanted or not wanted.isdisjoint(self.ontology.ancestors(type))


def _is_usual(one: OntologyClass) -> bool:
    return bool(one.ner_labels or one.speaks)


def _usual_relations(ontology: Ontology) -> list[Relation]:
    """Relations between entities that neither tell namesakes apart nor lead to ever more derived ones."""
    composed = {iri for iri, one in ontology.relations.items() if one.transitive} | {one.value for one in rules(ontology).composed}
    inverse = {one.inverse for one in ontology.relations.values()}
    limited = [one for one in ontology.relations.values() if one.functional or one.inverse_functional or one.tells_apart or one.datatype]
    left = composed | inverse | {one.iri for one in limited}
    return [one for one in ontology.relations.values() if one.iri not in left]


def extractions(entities: int, statements: int, ontology: Ontology, seed: int = 1) -> Iterator[Extraction]:
    """The articles, each with what it says."""
    chance = random.Random(seed)
    world = _World(entities, ontology, chance)
    sizes = list(accumulate(len(one) for one in world.communities))
    unmet = iter(range(entities))  # everybody is in some statement
    for number in range(-(-statements // _AN_ARTICLE)):
        community = world.communities[bisect(sizes, chance.randrange(entities))]
        wanted = min(_AN_ARTICLE, statements - number * _AN_ARTICLE)
        yield _Writer(world, f"invented/{number:06}").extraction(community, [next(unmet, None) for _ in range(wanted)])


class _Writer:
    """One article as it grows, sentence by sentence."""

    def __init__(self, world: _World, key: str) -> None:
        self._world, self._key, self._chance = world, key, world.chance
        self._title = f"📰 What is known by {key.rpartition('/')[2]}"
        self._text = self._title + "\n\n"
        self._statements: list[Statement] = []

    def extraction(self, community: range, firsts: Sequence[int | None]) -> Extraction:
        for one in firsts:
            mine = community if one is None else self._home(one)
            again = one is None and self._chance.random() < _AGAIN
            self._add(*self._world.fact(self._world.someone(mine) if one is None else one, mine, again=again))
        published = f"20{self._chance.randrange(10, 26)}-{self._chance.randrange(1, 13):02}-{self._chance.randrange(1, 29):02}"
        blocks = (Block(0, len(self._title), Role.HEADLINE), Block(len(self._title) + 2, len(self._text), Role.PARAGRAPH))
        article = Article(self._key, self._text, blocks, self._key, self._title, self._chance.choice(_PAPERS), published)
        return Extraction(article, tuple(self._statements))

    def _home(self, one: int) -> range:
        communities = self._world.communities
        return communities[bisect(communities, one, key=lambda each: each.start) - 1]

    def _add(self, subject: int, relation: Relation, object: int) -> None:
        """A sentence and its statement."""
        chance, world = self._chance, self._world
        who, whom = world.people[subject], world.people[object]
        status = chance.choices([one for one, _ in _STATUSES], [weight for _, weight in _STATUSES])[0]
        said = _SENTENCES[status].format(subject=who.label, relation=relation.label, object=whom.label)
        amount = f" for ${chance.randrange(1, 90)} million" if chance.random() < 0.1 else ""
        when = f" in {chance.randrange(1990, 2026)}" if chance.random() < 0.25 else ""
        speaker = world.people[world.speaker()] if chance.random() < 0.35 else None
        start = len(self._text)
        evidence = f"{said}{amount}{when}"
        self._text += evidence + (f", {speaker.label} said" if speaker else "") + chance.choice((". ", ".\n\n"))
        whom_at, amount_at = start + said.rindex(whom.label), start + len(said) + 1
        when_at = amount_at + len(amount)
        self._statements.append(
            Statement(
                article=self._key,
                relation=relation.iri,
                subject=who,
                object=whom,
                status=status,
                evidence=Evidence(start, start + len(evidence), evidence),
                subject_span=Span(start, start + len(who.label)),
                object_span=Span(whom_at, whom_at + len(whom.label)),
                attributed_to=speaker,
                amount=_amount(amount.strip(), amount_at) if amount else None,
                when=When(when.strip(), when_at, when_at + len(when) - 1, when[-4:]) if when else None,
            )
        )


def _amount(words: str, start: int) -> Amount:
    number = str(int(words.split("$")[1].split()[0]) * 1_000_000)
    return Amount(words, start, start + len(words), number, number, "USD")


def write(out: Path, entities: int, statements: int, seed: int = 1) -> BuildReport:
    """The store in a new folder."""
    ontology = load()
    made = {one.article.key: one for one in extractions(entities, statements, ontology, seed)}
    articles = (one.article for one in made.values())
    versions = Versions("invented", ontology.digest, "invented")
    return build(articles, lambda ones: (made[one.key] for one in ones), out, ontology=ontology, versions=versions)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("entities", type=int)
    parser.add_argument("statements", type=int, nargs="?")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    done = write(given.out, given.entities, given.statements or 3 * given.entities, given.seed)
    print(f"{done.articles} articles, {done.entities} entities, {sum(done.statements.values())} statements")
