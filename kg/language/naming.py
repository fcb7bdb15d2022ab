"""Names that mean one: the same words, parts of a name, acronyms; all of them before anything else is resolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from kg.language.annotations import Mention
from kg.language.lexicon import PRONOUNS
from kg.language.scene import Entity, Scene
from kg.language.spelling import is_slip

_SUFFIXES = frozenset("inc inc. corp corp. co co. ltd ltd. llc plc group company corporation limited sa ag gmbh lp".split())
_LINKING = frozenset({"of", "the", "and", "for", "in", "on", "&"})
_Called = Sequence[tuple[int, Mention]]
_ByWords = Mapping[tuple[str, ...], Sequence[tuple[int, Mention]]]


def join_names(scene: Scene) -> None:
    """All names first, longest first, so that a part finds its whole wherever that stands."""
    by_words: dict[tuple[str, ...], list[tuple[int, Mention]]] = {}
    for n, mention in enumerate(scene.mentions):
        words = _words(scene, mention)
        if not _join_known(scene, n, mention, words) and mention.kind == "name":
            by_words.setdefault(words, []).append((n, mention))
    for words in sorted(by_words, key=lambda w: (-len(w), by_words[w][0][0])):
        for gender, called in _by_title(scene, by_words[words]).items():
            _join_called(scene, words, gender, called, by_words)


def _by_title(scene: Scene, called: Sequence[tuple[int, Mention]]) -> Mapping[str, Sequence[tuple[int, Mention]]]:
    """Those called by the same words, by the gender that their titles tell: "Mr Doyle" and "Mrs Doyle" are two; without a title it is
    the one called so last."""
    titles = [_gender_by_title(scene, mention) for _, mention in called]
    last = next(filter(None, titles), "")
    parted: dict[str, list[tuple[int, Mention]]] = {}
    for one, title in zip(called, titles, strict=True):
        last = title or last
        parted.setdefault(last, []).append(one)
    return parted


def _join_called(scene: Scene, words: tuple[str, ...], gender: str, called: Sequence[tuple[int, Mention]], by_words: _ByWords) -> None:
    types = Counter(t for _, m in called for t in m.types[:1])
    known = _whole(scene, words, types, gender, called, by_words)
    meant = _misspelled(scene, words, types, gender, called[0][0]) if known is None else None
    entity = known or meant or scene.new()
    guessed = meant is not None or not _agreeing(scene, entity, types)  # what it was taken for tells nothing
    for n, mention in called:
        scene.add(entity, n)
        scene.name(entity, words, _keys(words))
        for rank, iri in enumerate(() if guessed else mention.types):
            entity.vote(iri, 3 if rank == 0 else 1)
        _tell_gender(scene, entity, mention)
    lower = [w.lower() for w in words]
    if len(lower) > 1 and scene.classes.nouns.of_noun(lower[-1:]):
        scene.describe(entity, lower[-1], frozenset(lower[:-1]))


def _join_known(scene: Scene, n: int, mention: Mention, words: tuple[str, ...]) -> bool:
    """Give a mention to the individual that the ontology knows by these words, if it does."""
    if mention.kind not in {"name", "modifier"}:
        return False
    known = scene.classes.nouns.known.get(words)
    if known is None and mention.kind == "modifier":
        known = scene.classes.nouns.marks.get(words[0] if words else "")
    if known is None:
        return False
    entity = scene.individuals.get(known.iri)
    if entity is None:
        entity = scene.individuals[known.iri] = scene.new()
    scene.add(entity, n)
    scene.name(entity, words, _keys(words))
    entity.vote(known.type, 3)
    return True


def _words(scene: Scene, mention: Mention) -> tuple[str, ...]:
    words = [t.text for t in scene.doc[mention.start : mention.end] if t.text[0].isalnum() or t.text == "&"]
    if len(words) > 2 and words[0].islower() and words[1] == "of":  # "city of Dayton"
        words = words[2:]
    while len(words) > 1 and words[-1].lower() in _SUFFIXES:
        words.pop()
    return tuple(words)


def _whole(scene: Scene, words: tuple[str, ...], types: Counter[str], gender: str, called: _Called, by_words: _ByWords) -> Entity | None:
    """The longer name that these words, as some are called, shorten. Of several who share a surname it is one who is named before, and
    who is never called by the given name alone, of other names the one spoken of most; first come first. "Mrs Doyle" isn't Nils Doyle, and
    who beat "its rival" is a firm."""
    shorter = {word.lower().rstrip(".") for word in (*words[:1], *words[-1:])}
    shortened = [e for e in scene.named(shorter) if any(_shortens(scene, words, whole, e) for whole in e.names)]
    found = [e for e in shortened if _agreeing(scene, e, types)]
    if gender:
        found = [e for e in found if e.gender in {"", gender}]
    owner = {_as_owner(scene, mention) for _, mention in called} - {""} if len(shortened) > 1 else set()
    if len(owner) == 1:
        found = [e for e in shortened if scene.is_called(e, *owner)] or found
    first = called[0][0]

    def rank(entity: Entity) -> tuple[bool, bool, bool, int, int]:
        spelled = len(words) == 1 and any(words[0].lower() in _both_initials(whole) for whole in entity.names)
        apart = len(words) == 1 and any(words[0] == whole[-1] and _is_given_alone(scene, whole, by_words) for whole in entity.names)
        return spelled, min(entity.mentions) < first, not apart, sum(entity.names.values()), -min(entity.mentions)

    return max(found, key=rank, default=None)


def _as_owner(scene: Scene, mention: Mention) -> str:
    """The pronoun for a subject that has something with the same verb: "it" for who beat "its rival", "he" for who beat "her rival"."""
    name = scene.doc[mention.head]
    if name.dep_ != "nsubj":
        return ""
    nouns = [
        c for verb in (name.head, *(p for p in name.head.rights if p.dep_ == "prep")) for c in verb.rights if c.dep_ in {"dobj", "pobj"}
    ]
    owners = {PRONOUNS[c.lower_] for noun in nouns for c in noun.lefts if c.dep_ == "poss" and c.lower_ in PRONOUNS}
    return "it" if owners == {"it"} else "he" if owners in ({"he"}, {"she"}) else ""


def _misspelled(scene: Scene, words: tuple[str, ...], types: Counter[str], gender: str, first: int) -> Entity | None:
    """Who was named in full before a surname that nobody else has, and that is his but for a letter."""
    if len(words) > 1 or words[0] in scene.classes.nouns.given or not any(scene.classes.allows(t, "he") for t in types):
        return None
    found = [
        e for e in scene.entities
        if e.names and min(e.mentions) < first and e.gender in {"", gender or e.gender} and scene.is_called(e, "he")
        and any(len(name) > 1 for name in e.names) and any(is_slip(words[0], name[-1]) for name in e.names)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _is_given_alone(scene: Scene, whole: tuple[str, ...], by_words: _ByWords) -> bool:
    """Whether the text calls somebody by the given name; in "Ada and Nils Brandt" Ada isn't, and what speakers say is another matter."""
    doc = scene.doc
    for _, mention in by_words.get(whole[:1], ()):
        joined = doc[mention.end : mention.end + 3]
        if not scene.speeches.around(mention.head) and not (
            len(joined) == 3 and joined[0].lower_ in {"and", "&"} and joined[2].text == whole[-1]
        ):
            return True
    return False


def _agreeing(scene: Scene, entity: Entity, types: Counter[str]) -> bool:
    """Whether a name's classes allow it to be this entity; a recogniser's guess for a single word counts for little."""
    if not types or not entity.votes:
        return True
    is_a = scene.classes.ontology.is_a
    return any(is_a(a, [b]) or is_a(b, [a]) for a in types for b in entity.votes)


def _shortens(scene: Scene, short: tuple[str, ...], whole: tuple[str, ...], entity: Entity) -> bool:
    low, long = [w.lower().rstrip(".") for w in short], [w.lower().rstrip(".") for w in whole]
    if low == long:
        return True
    is_person = scene.is_called(entity, "he")
    if len(low) == 1 and low[0] in _both_initials(whole) and len(low[0]) > 1 and short[0].isupper():
        return True
    if is_person:
        if len(low) == 1:
            return len(long) > 1 and low[0] in {long[-1], long[0]} and len(low[0]) > 1
        return low[-1] == long[-1] and (low[0] == long[0] or low[0][:2] == long[0][:2] or (len(low[0]) == 1 and low[0] == long[0][:1]))
    if len(low) < len(long) and long[: len(low)] == low:
        place = scene.is_called(entity, "") and len(low) == 1
        branch = whole[len(low) :] in scene.classes.nouns.known  # "Norvale Canada" isn't Norvale
        return not place and not branch and not _is_unit(scene, short, long[len(low)]) and long[len(low)] not in _LINKING
    return False


def _is_unit(scene: Scene, body: tuple[str, ...], noun: str) -> bool:
    """Whether a noun after a body's name makes a name of one of its parts: "Senate Subcommittee", "Norby University Department"."""
    nouns, classes = scene.classes.nouns, scene.classes.ontology.classes
    acts = any(classes[iri].speaks for iri in nouns.of_name(body, proper=True)[:1])
    return acts and bool(nouns.of_noun([noun]))


def _gender_by_title(scene: Scene, mention: Mention) -> str:
    before = scene.doc[mention.start - 1].lower_ if mention.start else ""
    return "he" if before in scene.classes.nouns.masculine else "she" if before in scene.classes.nouns.feminine else ""


def _tell_gender(scene: Scene, entity: Entity, mention: Mention) -> None:
    told = _gender_by_title(scene, mention)
    if told:
        entity.gender = told
    elif not entity.gender and scene.is_called(entity, "he"):
        entity.gender = scene.classes.nouns.given.get(scene.doc[mention.start].text, "")


def _both_initials(whole: Sequence[str]) -> set[str]:
    low = [w.lower().rstrip(".") for w in whole]
    return {_initials(low, False), _initials(low, True)} if len(low) > 1 else set()


def _keys(words: tuple[str, ...]) -> set[str]:
    """What a name shares with all that may shorten it: its first and last word, and its initials."""
    low = [w.lower().rstrip(".") for w in words]
    return {*low[:1], *low[-1:], *_both_initials(words)}


def _initials(words: list[str], all_words: bool) -> str:
    return "".join(w[:1] for w in words if all_words or w not in _LINKING)
