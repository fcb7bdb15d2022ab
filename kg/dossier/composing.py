"""A store → the dossier of one of its entities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from kg.dossier.connections import two_steps
from kg.dossier.model import Claim, Connection, Dispute, Dossier, Fact, Group, Section, Source
from kg.draw.evidence import voice
from kg.draw.graph import Arrow, ArticleData, Graph, StatementData
from kg.draw.reading import data
from kg.draw.selecting import around
from kg.query.names import resolve
from kg.store.interface import Store

_UNSURE: Final = ("possible", "planned")


def dossier(store: Store, entity: str) -> Dossier:
    """All that the store says of an entity (an IRI or a name), what it says itself, and to whom it is connected in two steps.

    UsageError for a name that isn't one entity's.
    """
    centre = resolve(store, entity).value
    composer = _Composer(data(store, around(store, centre, 2)), centre)
    return composer.dossier(two_steps(store, composer.graph, centre))


class _Composer:
    """The dossier as it grows: claims are numbered in the order in which a reader meets them."""

    def __init__(self, graph: Graph, centre: str) -> None:
        self.graph, self._centre = graph, centre
        self._nodes = {one["id"]: one for one in graph["nodes"]}
        self._articles = {one["id"]: one for one in graph["articles"]}
        self._claims: dict[str, Claim] = {}
        self._about = [one for one in graph["arrows"] if centre in (one["subject"], one["object"])]
        self._elsewhere = [one for one in graph["arrows"] if centre not in (one["subject"], one["object"])]

    def dossier(self, ways: Iterable[tuple[Arrow, Arrow]]) -> Dossier:
        node = self._nodes[self._centre]
        sections = tuple(section for section in self._sections(node["label"]) if section.groups)
        disputes, alone = tuple(self._disputes()), tuple(self._alone())
        connections = tuple(self._connection(*way) for way in ways)
        mine = [self._claim(arrow, one) for arrow in self._about for one in arrow["statements"]]
        kinds = next((one for one in self.graph["classes"] if one["id"] == node["type"]), None)
        labels = {one["id"]: one["label"] for one in self.graph["classes"]}
        return Dossier(
            name=node["label"],
            other_names=tuple(node["labels"]),
            kinds=(kinds["label"], *(labels[one] for one in kinds["ancestors"] if one in labels)) if kinds else (),
            sections=sections,
            disputes=disputes,
            alone=alone,
            connections=connections,
            timeline=tuple(_timeline(mine)),
            claims=tuple(sorted(self._claims.values(), key=lambda one: one.number)),
        )

    def _sections(self, name: str) -> Iterator[Section]:
        about, elsewhere = self._about, self._elsewhere
        yield Section(f"What is said of {name}", self._groups(about, lambda one: one["status"] == "affirmed"))
        yield Section("What may be, and what is planned", self._groups(about, lambda one: one["status"] in _UNSURE))
        denies = self._denies
        yield Section(f"What {name} denies", self._groups([*about, *elsewhere], denies))
        yield Section(f"What is denied of {name}", self._groups(about, lambda one: one["status"] == "denied" and not denies(one)))
        yield Section(f"What {name} says or reports of others", self._groups(elsewhere, lambda one: self._tells(one) and not denies(one)))

    def _denies(self, statement: StatementData) -> bool:
        """Whether the entity itself denies it: who only reports a denial doesn't."""
        return statement["status"] == "denied" and statement["speaker"] == self._centre

    def _tells(self, statement: StatementData) -> bool:
        """Whether the entity says or reports it."""
        return self._centre in (statement["speaker"], *statement["reported_by"])

    def _groups(self, arrows: Iterable[Arrow], wanted: Callable[[StatementData], bool]) -> tuple[Group, ...]:
        """The wanted statements of these arrows, by relation: what the entity does first, then what is done to it."""
        found: dict[tuple[int, str], list[Arrow]] = defaultdict(list)
        for arrow in arrows:
            if any(map(wanted, arrow["statements"])):
                found[self._place(arrow), arrow["label"]].append(arrow)
        groups = []
        for (place, relation), ones in sorted(found.items()):
            facts = [fact for arrow in sorted(ones, key=self._names) for fact in self._facts(arrow, wanted)]
            name = self._name(self._centre)
            groups.append(Group((f"{name} → {relation} → …", f"… → {relation} → {name}", relation)[place], tuple(facts)))
        return tuple(groups)

    def _place(self, arrow: Arrow) -> int:
        return 0 if arrow["subject"] == self._centre else 1 if arrow["object"] == self._centre else 2

    def _names(self, arrow: Arrow) -> tuple[str, ...]:
        return self._name(arrow["subject"]), self._name(arrow["object"]), arrow["subject"], arrow["object"], arrow["status"]

    def _facts(self, arrow: Arrow, wanted: Callable[[StatementData], bool] = lambda _: True) -> Iterator[Fact]:
        """An arrow's wanted statements; denials of what is possible or planned apart from the others."""
        by_modality: dict[str, list[Claim]] = defaultdict(list)
        voices: dict[str, set[str]] = defaultdict(set)
        for one in arrow["statements"]:
            voices[one["modality"] or ""].add(voice(one, self._articles))
        for one in sorted(filter(wanted, arrow["statements"]), key=self._date):
            by_modality[one["modality"] or ""].append(self._claim(arrow, one))
        for modality, claims in sorted(by_modality.items()):
            yield Fact(tuple(claims), len(voices[modality]) == 1, arrow["disputed"] and not modality, tuple(arrow["violates"]))

    def _date(self, statement: StatementData) -> tuple[bool, str, str, int]:
        """When its article was published, where that is known, and where it stands there."""
        article = self._articles.get(statement["article"] or "")
        published = article["published"] if article else None
        return published is None, published or "", statement["article"] or "", statement["start"]

    def _claim(self, arrow: Arrow, statement: StatementData) -> Claim:
        known = self._claims.get(statement["id"])
        if known is None:
            known = self._claims[statement["id"]] = self._new_claim(len(self._claims) + 1, arrow, statement)
        return known

    def _new_claim(self, number: int, arrow: Arrow, statement: StatementData) -> Claim:
        article = self._articles.get(statement["article"] or "")
        text, start, end = (article["text"] if article else None), statement["start"], statement["end"]
        amount, when = statement["amount"], statement["when"]
        return Claim(
            number=number,
            subject=self._name(arrow["subject"]),
            relation=arrow["label"],
            object=self._name(arrow["object"]),
            status=statement["status"],
            modality=statement["modality"],
            before="" if text is None else text[statement["sentence_start"] : start],
            words=statement["quote"] or "" if text is None else text[start:end],
            after="" if text is None else text[end : statement["sentence_end"]],
            speaker=self._name(statement["speaker"]) if statement["speaker"] else None,
            voice_key=voice(statement, self._articles),
            reporters=tuple(map(self._name, statement["reported_by"])),
            amount=amount["words"] if amount else None,
            when=when["words"] if when else None,
            date=when["edtf"] if when else None,
            source=_source(article),
        )

    def _disputes(self) -> Iterator[Dispute]:
        by_triple: dict[tuple[str, str, str], dict[str, Arrow]] = defaultdict(dict)
        for arrow in self._about:
            if arrow["disputed"]:
                by_triple[arrow["subject"], arrow["relation"], arrow["object"]][arrow["status"]] = arrow
        for _, ones in sorted(by_triple.items()):
            affirmed, denied = (
                tuple(self._claim(ones[status], one) for one in ones[status]["statements"] if one["modality"] is None)
                for status in ("affirmed", "denied")
            )
            yield Dispute(affirmed, denied)

    def _alone(self) -> Iterator[tuple[str, tuple[Fact, ...]]]:
        """What is affirmed of the entity by one voice, by voice."""
        by_voice: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for arrow in self._about:
            if arrow["voices"] == 1 and arrow["status"] == "affirmed":
                for fact in self._facts(arrow):
                    first = fact.claims[0]
                    by_voice[first.voice, first.voice_key].append(fact)
        for (name, _), facts in sorted(by_voice.items()):
            yield name, tuple(sorted(facts, key=lambda one: one.numbers))

    def _connection(self, first: Arrow, second: Arrow) -> Connection:
        line, at = self._name(self._centre), self._centre
        for arrow in (first, second):
            forwards = arrow["subject"] == at
            at = arrow["object"] if forwards else arrow["subject"]
            mark = "→" if forwards else "←"
            line = f"{line} {mark} {arrow['label']} {mark} {self._name(at)}"
        return Connection(line, tuple(fact for arrow in (first, second) for fact in self._facts(arrow)))

    def _name(self, node: str) -> str:
        return self._nodes[node]["label"]


def _timeline(claims: Iterable[Claim]) -> Iterator[tuple[str, Claim]]:
    """Times with their claims: those with a date by when its first year begins, then those whose time is only told in words."""
    ordered = sorted(claims, key=lambda one: one.number)
    yield from sorted(((one.date, one) for one in ordered if one.date), key=lambda pair: pair[0].lstrip("./[{-~?"))
    yield from ((one.when, one) for one in ordered if one.when and not one.date)


def _source(article: ArticleData | None) -> Source:
    if article is None:
        return Source(None, None, None, None, None)
    return Source(article["id"], article["title"], article["publisher"], article["published"], article["url"])
