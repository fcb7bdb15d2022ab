"""Who is whose wife or husband, as the text tells it: "her husband" is the one whose wife she is."""

from __future__ import annotations

from kg.language.lexicon import FORMER
from kg.language.scene import Entity, Scene
from kg.language.tokens import Token

_SPOUSES = frozenset({"wife", "husband", "spouse", "widow", "widower"})
_FAMILY = _SPOUSES | frozenset("son daughter brother sister mother father fiancé fiancée girlfriend boyfriend".split())
_STAFF = frozenset("spokesman spokeswoman spokesperson aide adviser advisor lawyer attorney mate deputy".split())  # a running mate
_ORDINALS = frozenset("first second third fourth fifth sixth new".split())


def marry(scene: Scene, entity: Entity, noun: Token, lemma: str) -> None:
    """Note whose wife or husband somebody was just called. An owner without a name, whose former wife is known for somebody else's, is that
    one: "the candidate … his former wife"."""
    owner = _owner(scene, noun) if lemma in _SPOUSES else None
    if owner is None or owner is entity:
        return
    married = scene.partners[entity.order]
    if len(married) == 1 and owner is not married[0] and _may_be(scene, owner, married[0], noun):
        scene.unite(owner, married[0])
    elif owner not in married:
        married.append(owner)
        scene.partners[owner.order].append(entity)


def spouse_of_owner(scene: Scene, noun: Token, lemma: str, modifiers: frozenset[str]) -> Entity | None:
    """Whom "her husband" means, where the text has told of one; "her first husband" may be another."""
    owner = _owner(scene, noun) if lemma in _SPOUSES and not modifiers else None
    married = scene.partners[owner.order] if owner is not None else []
    return married[0] if len(married) == 1 and _fits(scene, married[0], lemma) else None


def is_anothers_spouse(scene: Scene, entity: Entity, noun: Token, lemma: str, other: frozenset[str]) -> bool:
    """Whether "his wife" can't mean somebody's wife told of before: she is another's, or one of the two is a "second wife"; `other` are the
    words that only one of them has."""
    if lemma not in _SPOUSES:
        return False
    owner, married = _owner(scene, noun), scene.partners[entity.order]
    apart = owner is not None and bool(married) and owner not in married and not _may_be(scene, owner, married[0], noun)
    return apart or bool(other & _ORDINALS)


def came_as_anothers(scene: Scene, entity: Entity) -> bool:
    """Whether the text brought somebody in as somebody else's: "his wife Ada", "Roe's spokesman, Nils Lee"."""
    first = (scene.mentions[n] for n in entity.by_sentence[min(entity.by_sentence)])
    return any(one.kind == "noun" and scene.doc[one.head].lemma_.lower() in _FAMILY | _STAFF for one in first)


def _owner(scene: Scene, noun: Token) -> Entity | None:
    return next((scene.entity_of.get(scene.at.get(c.i, -1)) for c in noun.lefts if c.dep_ == "poss"), None)


def _may_be(scene: Scene, owner: Entity, known: Entity, noun: Token) -> bool:
    """Whether an owner is only called by nouns with "the", which may all mean one who is known: "a neighbour" is somebody else, and wives
    are many."""
    called = [scene.doc[scene.mentions[n].head] for n in owner.mentions if scene.mentions[n].kind == "noun"]
    former = any(c.lower_ in FORMER for c in noun.lefts)
    definite = all(any(c.lower_ == "the" for c in (*token.lefts, *token.head.lefts)) for token in called)
    return former and not owner.names and not owner.plural and bool(called) and definite and owner.gender in {"", known.gender}


def _fits(scene: Scene, entity: Entity, lemma: str) -> bool:
    nouns = scene.classes.nouns
    gender = "he" if lemma in nouns.masculine else "she" if lemma in nouns.feminine else ""
    return not entity.plural and (not gender or entity.gender in {"", gender})
