"""Propositions between known entities that no relation covers, as an article's layers hold them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.extractors.entities import Cast
from kg.extractors.matching import Match, Matcher
from kg.extractors.wordings import Extractor
from kg.language.annotations import Attribution, Certainty, Proposition, Quantity, read
from kg.language.lexicon import HELD, PLAN, POSSIBLE_VERBS, SAY, UNDO
from kg.language.tokens import Doc, Token
from kg.language.values import Values
from kg.ontology.phrasing import Form, noun_lemma, with_article
from kg.statement import Entity

_NO_PREPOSITION: Final = frozenset(
    {"subj", "obj", "holder", "poss", "compound", "compound within", "amod", "comp", "attr", "oprd", "appos"}
)
_WITHOUT_CONTENT: Final = SAY | HELD | PLAN | UNDO | POSSIBLE_VERBS | {"be", "have", "do", "get"}
"""Verbs that bring in what is said, thought or intended, which may be a relation where they are none; and auxiliaries."""
_WHERE: Final = frozenset("in at on near within outside inside around across over from through".split())
"""Prepositions that with a place say where it was."""
_CIRCUMSTANCES: Final = frozenset(
    "after amid as before besides by despite during except following given including like per since than until while without".split()
)
"""Prepositions that say when, how or beside whom it was."""
_NOUNS_LINKS: Final = ("of", "for", "to", "with", "at", "poss")


@dataclass(frozen=True, slots=True)
class Place:
    """The sentence, and where it stands in the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Saying:
    """A proposition that joins two entities: its words, how they are put together, and by which roles the entities hang on it.

    `lemma` is the predicate's, with its particle; `word` and `tag` are its form in the text, `noun` the lemma of the object that makes a
    phrase with the verb ("file a suit against"), `phrase` that or the noun that is the predicate, as written with its article; `role` is
    the second entity's ("obj" or a preposition). `subject` and `object` are the entities, `names` what the text calls them.
    """

    form: Form
    lemma: str
    word: str
    tag: str
    noun: str
    phrase: str
    role: str
    subject: Entity
    object: Entity
    names: tuple[str, str]
    place: Place

    @property
    def predicate(self) -> tuple[str, str, str, str]:
        """What makes two propositions say the same of others."""
        return self.form, self.lemma, self.noun, self.role


def sayings(doc: Doc, extractor: Extractor) -> Iterator[Saying]:
    """What the Doc says between two that it calls by name and that no wording matches, in the order of the text."""
    return _Reader(doc, extractor).found()


class _Reader:
    def __init__(self, doc: Doc, extractor: Extractor) -> None:
        self.doc, self.extractor, self.cast = doc, extractor, Cast(doc, extractor.ontology)
        self.inside = {i for one in self.cast.mentions if one.kind == "name" for i in range(one.start, one.end)}
        matches = Matcher(doc, extractor.index, self.cast.fits, self.cast.suits, Values(doc).says).matches()
        self.used = {i for match in matches for i in (match.trigger, *match.words)}
        self.joined = {pair for match in matches for pair in self._pair(match)}
        self.roles = {(one.predicate, argument.role) for one in read(doc, Proposition) for argument in one.arguments}
        self.cues = {i for one in read(doc, Attribution) for i in range(one.cue_start, one.cue_end)}
        self.unreal = {one.predicate for one in read(doc, Certainty) if one.modality == "unreal"}
        self.counted = {i for one in read(doc, Quantity) for i in range(one.start, one.end)}

    def found(self) -> Iterator[Saying]:
        seen: set[tuple[int, object, object]] = set()
        for reading in sorted(read(self.doc, Proposition), key=lambda one: one.predicate):
            if self._tells(reading) and not self._is_another_reading(reading):
                for form, role, subject, object_, noun in self._joints(reading):
                    saying = self._saying(reading, form, role, subject, object_, noun)
                    if saying is not None and (reading.predicate, saying.subject, saying.object) not in seen:
                        seen.add((reading.predicate, saying.subject, saying.object))
                        yield saying

    def _pair(self, match: Match) -> Iterator[tuple[int, frozenset[object]]]:
        if match.subject is not None:
            keys = frozenset(self.cast.key(token, frozenset()) for token in (match.subject, match.object))
            yield self.doc[match.trigger].sent.start, keys

    def _tells(self, reading: Proposition) -> bool:
        """Whether the predicate may be a relation, and isn't one already."""
        i = reading.predicate
        token = self.doc[i]
        if any(self.doc[n].text == "-" for n in (i - 1, i + 1) if 0 <= n < len(self.doc)):  # a part of a word
            return False
        if i in self.used or i in self.cues or i in self.unreal or i in self.inside or not token.is_alpha or self._is_worded(reading):
            return False
        return reading.lemma not in _WITHOUT_CONTENT and reading.lemma.split()[0] not in _WITHOUT_CONTENT

    def _is_another_reading(self, reading: Proposition) -> bool:
        """Whether it only takes the preposition of another reading for a part of the verb: "slept in" Ohio."""
        particle = reading.lemma.partition(" ")[2]
        return bool(particle) and (reading.predicate, particle) in self.roles

    def _is_worded(self, reading: Proposition) -> bool:
        """Whether a relation has this very predicate with these roles, for others than these."""
        nominal = self.doc[reading.predicate].pos_ == "NOUN"
        found = self.extractor.index.candidates(reading, nominal, spoken_of=False)
        return any(one.pattern.literals == 1 and not one.pattern.counter for one in found)

    def _joints(self, reading: Proposition) -> Iterator[tuple[Form, str, int, int, Token | None]]:
        """Which two arguments are joined, and how: the form, the second's role, both tokens, and the noun that belongs to the verb."""
        by_role: dict[str, list[int]] = {}
        for argument in reading.arguments:
            by_role.setdefault(argument.role, []).append(argument.token)
        token = self.doc[reading.predicate]
        if token.pos_ == "NOUN":
            for role in _NOUNS_LINKS:
                for other in by_role.get(role, ()):
                    yield from (("noun", "of" if role == "poss" else role, holder, other, None) for holder in by_role.get("holder", ()))
        elif token.pos_ == "VERB":
            first: Form = "agentless" if reading.agentless and "subj" not in by_role else "verb"
            subjects = by_role.get("obj" if first == "agentless" else "subj", [])
            objects = by_role.get("obj", []) if first == "verb" else []
            for subject in subjects:
                yield from ((first, "obj", subject, other, None) for other in objects)
                noun = self._noun(objects)
                if objects and noun is None:
                    continue
                for role in sorted(role for role in by_role.keys() - _NO_PREPOSITION - _CIRCUMSTANCES if role.isalpha()):
                    yield from ((first, role, subject, other, noun) for other in by_role[role])

    def _noun(self, objects: list[int]) -> Token | None:
        """The object, where it is a common noun that nobody is meant by."""
        if len(objects) != 1 or objects[0] in self.counted:
            return None
        token = self.doc[objects[0]]
        return token if token.pos_ == "NOUN" and not self.cast.is_named(self.cast.key(token.i, frozenset())) else None

    def _saying(self, reading: Proposition, form: Form, role: str, subject: int, object_: int, noun: Token | None) -> Saying | None:
        token = self.doc[reading.predicate]
        first, second = (self.cast.key(one, frozenset()) for one in (subject, object_))
        if first is None or second is None or first == second or not (self.cast.is_named(first) and self.cast.is_named(second)):
            return None
        if (token.sent.start, frozenset((first, second))) in self.joined:
            return None
        made = self.cast.entities([(first, subject), (second, object_)])
        if role in _WHERE and self.extractor.ontology.is_a(made[second].type, self.cast.places):
            return None
        sentence = token.sent
        text = sentence.text.strip()
        start = sentence.start_char + sentence.text.index(text)
        place = Place(start, start + len(text), text)
        entities = (made[first], made[second])
        names = (self._name(subject, entities[0]), self._name(object_, entities[1]))
        lemma = noun_lemma(token) if form == "noun" else reading.lemma
        phrase = with_article(noun if noun is not None else token, one=form == "noun")
        return Saying(
            form, lemma, token.lower_, token.tag_, noun_lemma(noun) if noun is not None else "", phrase, role, *entities, names, place
        )

    def _name(self, token: int, entity: Entity) -> str:
        """The entity's name, after "the" where the text has that before it."""
        mention = self.cast.mentions[self.cast.at[token]]
        has_article = mention.kind == "name" and mention.start > 0 and self.doc[mention.start - 1].lower_ == "the"
        return f"the {entity.label}" if has_article else entity.label
