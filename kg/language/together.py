"""Several who are named side by side, whom a plural pronoun may mean together: "Roe and Lee … They"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.language.annotations import Mention
from kg.language.arguments import spread
from kg.language.scene import Entity, Scene
from kg.language.tokens import Token


def see_together(scene: Scene, before: int) -> None:
    """Make one entity of those who are named side by side before a mention (by its number), as far as that wasn't done yet."""
    for n in range(scene.seen_together, before):
        token = scene.doc[scene.mentions[n].head]
        if token.dep_ != "conj" and any(c.dep_ == "conj" for c in token.rights) and _are_joined(token):
            first = [token.head] if token.dep_ == "appos" and token.head.pos_ == "PROPN" else []  # "Roe, Lee and Ash"
            _see(scene, n, [m for m in _named(scene, *first, token) if m < before])
    scene.seen_together = before


def apart(scene: Scene, entities: list[Entity], here: int) -> list[Entity]:
    """Whom a plural pronoun in a sentence doesn't mean together: several of whom one is among these, or is spoken of by himself there, and
    those who weren't spoken of together just before."""
    orders = {e.order for e in entities}
    return [
        together
        for members, together in scene.together.items()
        if together.sentences[-1] < here - 1
        or not orders.isdisjoint(members)
        or (here not in together.by_sentence and any(here in scene.entities[order].by_sentence for order in members))
    ]


def pair(scene: Scene, here: int, before: int, beside: Sequence[Entity] = (), classes: tuple[str, ...] = ()) -> Entity | None:
    """Who "the two" are, or "the two firms" where these are the classes of a firm: two named side by side, else the only two of these, or
    the only two persons, who are named just before."""
    near = [e for e in scene.recent(here - 1, here) if e not in beside and min(m.head for m in _mentions(scene, e)) < before]
    two = [e for e in near if len({scene.entity_of[m].order for m in e.several}) == 2]
    two = [e for e in two if not classes or all(_is_one(scene, scene.entity_of[m], classes) for m in e.several)]
    if two:
        return max(two, key=lambda e: scene.salience(e, here, before))
    named = [e for e in near if e.names and not e.plural and _is_one(scene, e, classes)]
    return _together(scene, [_last(scene, e, before) for e in named]) if len(named) == 2 else None


def _is_one(scene: Scene, entity: Entity, classes: tuple[str, ...]) -> bool:
    """Whether it most likely is of one of the classes; of none: a person."""
    likeliest = scene.types(entity)[:1]
    if not classes:
        return any(scene.classes.allows(t, "he") for t in likeliest)
    return any(scene.classes.ontology.is_a(t, classes) for t in likeliest)


def _mentions(scene: Scene, entity: Entity) -> list[Mention]:
    return [scene.mentions[n] for found in entity.by_sentence.values() for n in found]


def _last(scene: Scene, entity: Entity, before: int) -> int:
    """An entity's last mention before a word."""
    return max(n for found in entity.by_sentence.values() for n in found if scene.mentions[n].head < before)


def acts(scene: Scene, entity: Entity) -> bool:
    """Whether it is someone who can speak, by the likeliest of its classes."""
    ontology = scene.classes.ontology
    return any(ontology.classes[up].speaks for t in scene.types(entity)[:1] for up in ontology.ancestors(t) if up in ontology.classes)


def _see(scene: Scene, n: int, members: list[int]) -> None:
    members = [m for m in members if m in scene.entity_of]
    several = {scene.entity_of[m].order: scene.entity_of[m] for m in members}
    if len(several) > 1 and all(acts(scene, e) and not e.several for e in several.values()):
        entity = _together(scene, members)
        scene.place_at(entity, n)
        scene.speak_of(entity, n)


def _together(scene: Scene, members: list[int]) -> Entity:
    """The entity of those whose mentions these are."""
    several = {scene.entity_of[m].order: scene.entity_of[m] for m in members}
    key = frozenset(several)
    if key not in scene.together:
        entity = scene.together[key] = scene.new()
        entity.plural, entity.several = True, tuple(members)
        for one in several.values():
            for likeliest in scene.types(one)[:1]:
                entity.vote(likeliest)
    return scene.together[key]


def _named(scene: Scene, *tokens: Token) -> Iterator[int]:
    return (scene.at[i] for i in dict.fromkeys(one.i for one in spread(tokens)) if i in scene.at)


def _are_joined(token: Token) -> bool:
    """Whether what stands beside a word is there too, not instead of it ("Roe or Lee")."""
    return not any(c.dep_ == "cc" and c.lower_ in {"or", "nor", "but"} for one in (token, *token.rights) for c in one.rights)
