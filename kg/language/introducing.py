"""Names that come a sentence late: who was told of by his office alone, and is named as the author of the same letter."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.scene import Entity, Scene
from kg.language.tokens import Span, Token

_WRITINGS = frozenset("email e-mail letter memo message tweet post statement essay column op-ed note".split())


def introduce(scene: Scene) -> None:
    """Give a name that comes without a word of who it is to whom the sentence before told of: "The head of Norvale said so in a letter. “It
    is over,” Tom Hale wrote in the letter." """
    for entity in [*scene.entities]:
        late = _comes_bare(scene, entity)
        written = _writings(late.sent) if late is not None else {}
        if late is None or not written or not late.sent.start:
            continue
        before = _writings(scene.doc[late.sent.start - 1].sent)
        for verb in {before[kind].i for kind in written.keys() & before.keys()}:
            for told in [*_told_by_office(scene, scene.doc[verb])]:
                scene.unite(told, entity)


def _comes_bare(scene: Scene, entity: Entity) -> Token | None:
    """The subject by which somebody is first named, in full and with nothing said of him."""
    full = any(len(words) > 1 for words in entity.names)
    if not full or entity.plural or not scene.is_called(entity, "he") or entity.descriptions:
        return None
    first = scene.doc[scene.mentions[min(entity.mentions)].head]
    return first if first.dep_ == "nsubj" else None


def _writings(sentence: Span) -> dict[str, Token]:
    """What kinds of writings a sentence says that something is told in, each with the verb of that."""
    found: dict[str, Token] = {}
    for token in sentence:
        kind = token.lemma_.lower()
        if kind in _WRITINGS and token.dep_ == "pobj" and token.head.lower_ == "in":
            verb = next((one for one in token.ancestors if one.pos_ == "VERB"), None)
            if verb is not None:
                found.setdefault(kind, verb)
    return found


def _told_by_office(scene: Scene, verb: Token) -> Iterator[Entity]:
    """Those in a verb's subject whom only what they are tells of: "the head of Norvale", "Roe's boss"."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    for i in range(subject.left_edge.i, subject.right_edge.i + 1) if subject is not None else ():
        n = scene.at.get(i)
        entity = scene.entity_of.get(n) if n is not None else None
        if n is None or entity is None or entity.names or entity.plural or scene.mentions[n].kind != "noun":
            continue
        person = any(scene.classes.allows(iri, "he") for iri in scene.mentions[n].types[:1])
        if person and any(c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ == "of") for c in scene.doc[i].children):
            yield entity
