"""What a dossier holds, before it is written in any format: plain text alone, nothing escaped."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """An article, as far as it is known; `article` is its IRI."""

    article: str | None
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None

    @property
    def voice(self) -> str:
        """What to call it where it speaks itself."""
        if self.publisher:
            return f"{self.publisher} itself"
        return f"the article “{self.title}”" if self.title else "an article of unknown origin"


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that one article says: what it says, of which kind (`status`, a denial's `modality`), in which words, and who says so.

    `number` is its place in the table at the end. The sentence is `before`, the exact `words`, and `after`. `speaker` is None where the
    article speaks itself; `voice_key` tells voices of the same name apart; `date` is EDTF where `when`, the article's words, say one.
    """

    number: int
    subject: str
    relation: str
    object: str
    status: str
    modality: str | None
    before: str
    words: str
    after: str
    speaker: str | None
    voice_key: str
    reporters: tuple[str, ...]
    amount: str | None
    when: str | None
    date: str | None
    source: Source

    @property
    def voice(self) -> str:
        return self.speaker or self.source.voice

    @property
    def is_part(self) -> bool:
        """Whether the sentence has more words than these, which are then marked in it."""
        return bool(self.words.strip()) and any(map(str.isalnum, self.before + self.after))

    @property
    def triple(self) -> str:
        return f"{self.subject} → {self.relation} → {self.object}"


@dataclass(frozen=True, slots=True)
class Fact:
    """Claims that say the same in the same way (all affirm it, or all deny it). `alone`: one voice alone says it, in the whole store;
    `disputed`: another denies or affirms it; `not_allowed`: what of the ontology it violates."""

    claims: tuple[Claim, ...]
    alone: bool
    disputed: bool
    not_allowed: tuple[str, ...]

    @property
    def triple(self) -> str:
        return self.claims[0].triple

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(one.number for one in self.claims)


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of one relation, under its name with the entity where it stands."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Facts under a heading, by relation."""

    title: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """What some affirm and others deny."""

    affirmed: tuple[Claim, ...]
    denied: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Connection:
    """A way of two affirmed steps: the three names on it with their arrows, and the facts that it rests on."""

    line: str
    steps: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that a store says of an entity. `kinds` are its class and those above it; `alone` is by voice; `timeline` the times told of
    it, in their order; `claims` are all that stand anywhere in it, by number."""

    name: str
    other_names: tuple[str, ...]
    kinds: tuple[str, ...]
    sections: tuple[Section, ...]
    disputes: tuple[Dispute, ...]
    alone: tuple[tuple[str, tuple[Fact, ...]], ...]
    connections: tuple[Connection, ...]
    timeline: tuple[tuple[str, Claim], ...]
    claims: tuple[Claim, ...]
