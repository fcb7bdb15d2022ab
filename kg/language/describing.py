"""Descriptions: what an apposition or a title is said of, "the vendor" told before, "the company" for a name of its class."""

from __future__ import annotations

from dataclasses import replace

from kg.language.annotations import Mention
from kg.language.clauses import is_plain
from kg.language.couples import came_as_anothers, is_anothers_spouse, marry, spouse_of_owner
from kg.language.lexicon import FORMER, PARTITIVES
from kg.language.numbers import SCALES
from kg.language.scene import Entity, Scene
from kg.language.together import pair, see_together
from kg.language.tokens import Token

_LEAD = 2  # a headline, perhaps with what stands under it, and the first sentence
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OTHERS = frozenset({"other", "another", "different"})
_BELOW = frozenset({"vice", "deputy", "acting"})
_ANYONE = frozenset({"people", "person"})  # of whom only a clause tells who they are
_TWO = (["the", "two"], ["both"])
_PAIRS = frozenset({"couple", "pair", "duo"})
_WHOLES = frozenset({"country", "nation"})
_LINKING = frozenset({"of", "the", "and", "for", "in", "on", "&"})


def describe(scene: Scene, n: int, mention: Mention) -> None:
    head = scene.doc[mention.head]
    lemma, modifiers = head.lemma_.lower().removeprefix("ex-"), _modifiers(scene, mention)
    bearer = _bearer_class(scene, mention)
    if bearer is not None and _is_said(scene, mention):  # "President Lee": the office stands by itself, and its holder is known by it
        for holder in _holders(scene, mention):
            scene.describe(holder, lemma, modifiers)
        return
    entity = (
        _by_holder(scene, mention)
        or spouse_of_owner(scene, head, lemma, modifiers)
        or _pair(scene, n, head)
        or _before(scene, mention, head, lemma, modifiers)
    )
    if entity is None and bearer is not None:
        entity = _by_bearer(scene, mention, head, bearer)
    if entity is None:
        entity = scene.new()
        entity.plural = head.tag_ in {"NNS", "NNPS"}
    if bearer is not None:
        mention = replace(mention, types=(bearer,))
    scene.add(entity, n)
    scene.describe(entity, lemma, modifiers)
    marry(scene, entity, head, lemma)
    if not entity.names:
        for rank, iri in enumerate(mention.types):
            entity.vote(iri, 2 if rank == 0 else 1)
    else:
        for iri in mention.types[:1]:  # what is said of a single word tells more than the recogniser's guess
            entity.vote(iri, 2 if max(len(words) for words in entity.names) > 1 else 4)
    _gender_by_noun(scene, entity, lemma)
    _tell_kind(scene, head, mention)


def _tell_kind(scene: Scene, head: Token, mention: Mention) -> None:
    """Whoever is said not to be somebody's trainer is a person all the same."""
    copula = head.head
    if head.dep_ != "attr" or copula.lemma_ != "be" or is_plain(copula) or not mention.types:
        return
    subject = next((scene.entity_of.get(scene.at.get(c.i, -1)) for c in copula.lefts if c.dep_ == "nsubj"), None)
    if subject is not None and subject.names and scene.classes.allows(mention.types[0], "he"):
        for person in scene.classes.persons:
            if scene.classes.ontology.is_a(mention.types[0], [person]):
                subject.vote(person)


def _pair(scene: Scene, n: int, head: Token) -> Entity | None:
    """The two whom "the couple" means, "the two firms" or "both firms"."""
    before = [c.lower_ for c in head.lefts]
    classes = scene.classes.nouns.of_noun([head.lemma_.lower()]) if head.tag_ == "NNS" and before in _TWO else ()
    alone = all(c.tag_ == "POS" for c in head.rights)
    if not alone or not (classes or (head.lower_ in _PAIRS and before == ["the"])):
        return None
    see_together(scene, n)
    return pair(scene, scene.sentence_of[head.i], head.i, classes=classes)


def _bearer_class(scene: Scene, mention: Mention) -> str | None:
    """The class of those whom an office's noun also denotes; None for all other nouns, and for one that a narrower class has as the thing
    to be had ("the post")."""
    ontology = scene.classes.ontology
    known = [iri for iri in mention.types if iri in ontology.classes]
    if not known or known[0] != mention.types[0]:
        return None
    as_thing = any(ontology.classes[iri].borne_by is None and ontology.is_a(iri, known[:1]) for iri in known[1:])
    return None if as_thing else ontology.classes[known[0]].borne_by


def _is_said(scene: Scene, mention: Mention) -> bool:
    token = scene.doc[mention.head]
    return (
        mention.head in scene.said
        or token.dep_ in {"attr", "oprd", "compound", "amod", "nmod"}
        or (token.dep_ == "pobj" and token.head.lower_ in {"as", "for", "of"})
    )


def _holders(scene: Scene, mention: Mention) -> list[Entity]:
    found = [scene.entity_of.get(scene.at.get(holder, -1)) for holder in scene.said.get(mention.head, ())]
    return [e for e in found if e is not None]


def _by_bearer(scene: Scene, mention: Mention, head: Token, bearer: str) -> Entity | None:
    """ "The former mayor": who is known to hold the office, else the only person spoken of just before."""
    if not any(c.lower_ in _DEFINITE for c in head.children if c.dep_ == "det") or head.tag_ in {"NNS", "NNPS"}:
        return None
    here = scene.sentence_of[head.i]
    near = [
        e for e in scene.recent(here - 2, here)
        if e.names and here - 2 <= e.sentences[-1] <= here and scene.classes.ontology.is_a(bearer, scene.types(e)[:1])
        and not any(lemma == head.lemma_.lower() for lemma, _ in e.descriptions)
    ]  # fmt: skip
    return near[0] if len(near) == 1 and near[0] not in _named_by(scene, head.i) else None


def _modifiers(scene: Scene, mention: Mention) -> frozenset[str]:
    """The words before a noun that tell it from others of its kind; a name, or what means someone named, by the name's last word."""
    found: set[str] = set()
    for token in scene.doc[mention.start : mention.head]:
        entity = scene.entity_of.get(scene.at.get(token.i, -1))
        if entity is not None and entity.names:
            found.add(max(entity.names, key=lambda words: (len(words), words))[-1].lower())
        elif (
            (token.is_alpha or token.text.isdigit()) and token.lower_ not in FORMER and token.lower_ not in _LINKING and token.tag_ != "POS"
        ):
            found.add(token.lower_)
    if any(c.lower_ in _OTHERS for c in scene.doc[mention.head].lefts):  # "the other party" isn't "the winning party"
        found.add("other")
    return frozenset(found)


def _by_holder(scene: Scene, mention: Mention) -> Entity | None:
    """A description in apposition, or a title, means the one it is said of."""
    several = scene.doc[mention.head].tag_ in {"NNS", "NNPS"} or scene.doc[mention.head].lower_ in PARTITIVES
    for holder in scene.said.get(mention.head, ()):
        entity = scene.entity_of.get(scene.at.get(holder, -1))
        if several and scene.doc[holder].tag_ == "NNP":
            continue  # one after another in a list, which the parser took for an apposition: "the agency, 18 states, a number of firms"
        if entity is not None and (_agree(scene, entity, mention) or _overrules(scene, entity, mention)):
            return entity
    return None


def _overrules(scene: Scene, entity: Entity, mention: Mention) -> bool:
    """Whether a description in the same clause corrects the recogniser's guess for a name: "Northgale is a call-center operator"."""
    if not mention.types or not entity.names:
        return False
    if _is_kind_of(scene, entity, mention):
        entity.vote(mention.types[0], sum(entity.votes.values()))
        return True
    if not scene.classes.ontology.is_someone(mention.types[0]):
        return False
    is_person = scene.classes.allows(mention.types[0], "he")
    if any(scene.classes.nouns.of_name(words, proper=True) for words in entity.names):
        return not is_person and not scene.is_called(entity, "he")
    if is_person and not scene.is_called(entity, "he"):  # "the firm, an adviser to X": a role, and the name stays what it is
        return True
    entity.vote(mention.types[0], sum(entity.votes.values()))
    return True


def _is_kind_of(scene: Scene, entity: Entity, mention: Mention) -> bool:
    """Whether a noun stands just before a name that may be that of anything: "the tanker Aurora", "the novel Jane Roe"."""
    names = [scene.mentions[n] for n in entity.mentions if scene.mentions[n].kind == "name"]
    definite = scene.doc[mention.start - 1].lower_ == "the" if mention.start else False
    thing = definite and not scene.classes.ontology.is_someone(mention.types[0])
    return any(one.start == mention.head + 1 for one in names) and (thing or not any(one.told for one in names))


def _agree(scene: Scene, entity: Entity, mention: Mention) -> bool:
    """Whether the classes allow them to be one: a description's must fit, or sharpen, what the name could be."""
    if not mention.types or not entity.votes:
        return True
    is_a = scene.classes.ontology.is_a
    return any(is_a(a, [b]) or is_a(b, [a]) for a in mention.types for b in entity.votes)


def _before(scene: Scene, mention: Mention, head: Token, lemma: str, modifiers: frozenset[str]) -> Entity | None:
    if any(c.lower_ == "own" for c in head.lefts):
        return None  # "each state makes its own plan"
    determiner = _determiner(head) or _shared_determiner(scene, mention)
    owned = any(c.dep_ == "poss" for c in head.children)
    plural = head.tag_ in {"NNS", "NNPS"}
    here = scene.sentence_of[head.i]
    if determiner in _DEFINITE or owned or (plural and not determiner):
        same = _alike(scene, head, lemma, modifiers)
        exact = [e for e in same if any(k == lemma and o == modifiers for k, o in e.descriptions)]
        if plural and not determiner:
            return exact[0] if exact else None
        if same:
            return max(same, key=lambda e: (e in exact, max(e.sentences)))
        return None if owned else _by_class(scene, mention, modifiers, plural, here)
    if determiner in {"a", "an"} and here <= 2 * _LEAD + 1:  # a lead's "a vendor" is told again as "a third-party vendor"
        same = _alike(scene, head, lemma, modifiers)
        return next((e for e in same if min(e.sentences) <= _LEAD and not e.names and len(e.sentences) == 1), None)
    return None


def _determiner(head: Token) -> str:
    return next((c.lower_ for c in head.children if c.dep_ == "det"), "")


def _shared_determiner(scene: Scene, mention: Mention) -> str:
    """What stands before the first of two nouns, for both: "the magnate and Republican nominee"."""
    first = scene.doc[mention.start - 2] if mention.start > 1 and scene.doc[mention.start - 1].lower_ == "and" else None
    return _determiner(first) if first is not None and first.pos_ == "NOUN" else ""


def _alike(scene: Scene, head: Token, lemma: str, modifiers: frozenset[str]) -> list[Entity]:
    """Those spoken of before that are called by the same noun, in the same number, with nothing before it that parts them."""
    apart = _denied_to_be(scene, head)
    plural = head.tag_ in {"NNS", "NNPS"}
    restricted = plural and _is_restricted(head)
    if restricted and lemma in _ANYONE:
        return []
    owner = _owner(scene, head)
    of_kind = owner is None and any(word.isalpha() and word not in SCALES for word in modifiers)  # no price, nor whose it is
    return [
        e
        for e in scene.called(lemma)
        if e.sentences
        and e.plural == plural
        and e not in apart
        and not (restricted and _is_counted(e, lemma))
        and not (owner is not None and _is_anothers(scene, e, lemma, owner))
        and any(
            _compatible(modifiers, others) and not is_anothers_spouse(scene, e, head, lemma, modifiers ^ others)
            for others in _telling(e, lemma, of_kind)
        )
    ]


def _telling(entity: Entity, lemma: str, of_kind: bool) -> list[frozenset[str]]:
    """The words before a noun that an entity is called by. What tells of which kind it is must agree with another such: "the court" may be
    the appeals court, which isn't the high court."""
    known = [others for noun, others in entity.descriptions if noun == lemma]
    return ([one for one in known if one] if of_kind else []) or known


def _is_restricted(head: Token) -> bool:
    """Whether a clause tells which are meant: "the states suing the agency" are others than the "18 states" told before."""
    clauses = [c for c in head.rights if c.dep_ in {"acl", "relcl"}]
    return any(head.doc[c.left_edge.i - 1].text != "," for c in clauses)


def _is_counted(entity: Entity, lemma: str) -> bool:
    return any(known == lemma and any(word.isdigit() for word in modifiers) for known, modifiers in entity.descriptions)


def _owner(scene: Scene, head: Token) -> Entity | None:
    return next((scene.entity_of.get(scene.at.get(c.i, -1)) for c in head.lefts if c.dep_ == "poss"), None)


def _is_anothers(scene: Scene, entity: Entity, lemma: str, owner: Entity) -> bool:
    """Whether it is only told as that of others who can't be its owner: "her campaign" isn't "the union's campaign to stop her"."""
    called = (scene.doc[scene.mentions[n].head] for n in entity.mentions if scene.mentions[n].kind == "noun")
    owners = [found for token in called if token.lemma_.lower() == lemma and (found := _owner(scene, token)) is not None]
    return bool(owners) and all(one is not owner and _are_apart(scene, one, owner) for one in owners)


def _are_apart(scene: Scene, one: Entity, other: Entity) -> bool:
    """Whether two can't be one: both have names, or no class of the one may be one of the other's."""
    if one.names and other.names:
        return True
    is_a = scene.classes.ontology.is_a
    return bool(one.votes and other.votes) and not any(is_a(a, [b]) or is_a(b, [a]) for a in one.votes for b in other.votes)


def _denied_to_be(scene: Scene, head: Token) -> list[Entity]:
    """Whom a copula says that a description is not: "the firm that X hired was not Y"."""
    copula = next((t for t in (head.head, head.head.head) if t.lemma_ == "be"), None)
    if head.dep_ not in {"nsubj", "nsubjpass"} or copula is None or is_plain(copula):
        return []
    found = [scene.entity_of.get(scene.at.get(c.i, -1)) for c in copula.rights]
    return [e for e in found if e is not None]


def _by_class(scene: Scene, mention: Mention, modifiers: frozenset[str], plural: bool, here: int) -> Entity | None:
    """ "The company": the nearest name whose class the noun names; "the side" and "the opponent" may be anyone's."""
    if mention.types and not any(scene.classes.allows(mention.types[0], pronoun) for pronoun in ("he", "it")):
        return None
    proper = [i for i in range(mention.start, mention.head) if scene.is_proper(i)]
    if plural or not mention.types or (proper and not (_is_person(scene, mention) and all(_tells_side(scene, i) for i in proper))):
        return None
    if any(c.lower_ in _OTHERS for c in scene.doc[mention.head].lefts) or _is_told_by_itself(scene.doc[mention.head]):
        return None
    reach = here - (2 if modifiers else 4)
    recent = [*scene.recent(reach, here), *scene.individuals.values()]
    near = sorted({e.order: e for e in recent if e.names and not e.plural and e.sentences and e.sentences[-1] >= reach}.items())
    beside = [*_co_arguments(scene, scene.doc[mention.head]), *_named_by(scene, mention.head)]
    beside += _parts_of_countries(scene) if scene.doc[mention.head].lower_ in _WHOLES else []
    found = [e for _, e in near if e not in beside and _has_class(scene, e, mention, modifiers) and not _named_after(scene, e, mention)]
    if proper and len(found) > 1:  # "the Republican nominee" is one of them
        known = [e for e in found if any(len(words) > 1 for words in e.names) and not came_as_anothers(scene, e)]
        return known[0] if len(known) == 1 and not modifiers & _BELOW else None
    return max(found, key=lambda e: scene.salience(e, here, mention.head), default=None)


def _is_person(scene: Scene, mention: Mention) -> bool:
    return scene.classes.allows(mention.types[0], "he")


def _tells_side(scene: Scene, token: int) -> bool:
    """Whether a name before a noun only tells of which party or people someone is: "the Republican nominee"."""
    n = scene.at.get(token)
    known = n is not None and scene.classes.nouns.known.get((scene.doc[token].text,))
    return bool(known)


def _parts_of_countries(scene: Scene) -> list[Entity]:
    """Whom "the country" can't mean: the states that stand behind a city's name ("Boise, Idaho")."""
    known = {one.iri for one in scene.classes.nouns.known.values() if one.closes_name}
    return [entity for iri, entity in scene.individuals.items() if iri in known]


def _is_told_by_itself(head: Token) -> bool:
    """Whether a description needs nobody named before: "the head of Halden Foods", "the firm that Roe hired" say who is meant, and in
    "Roe would be the fittest mayor" it is said of somebody."""
    return head.dep_ in {"attr", "oprd"} or _is_restricted(head) or any(prep.lower_ == "of" and prep.dep_ == "prep" for prep in head.rights)


def _co_arguments(scene: Scene, head: Token) -> list[Entity]:
    """Whom a description can't mean: another argument of its own predicate ("Tarnwick invested in the carmaker")."""
    over = head.head
    while over.pos_ == "ADP" and over.head != over:
        over = over.head
    if over.dep_ == "dobj" and head.dep_ == "pobj":  # "bought a stake in the firm"
        over = over.head
    beside = [c for c in over.children if c.dep_ in {"nsubj", "nsubjpass", "poss", "dobj", "dative"} and c.i < head.i and c != head]
    if over.dep_ in {"acl", "relcl"}:  # "the church sold by the diocese"
        beside.append(over.head)
    found = [scene.entity_of.get(scene.at.get(c.i, -1)) for c in beside]
    return [e for e in found if e is not None]


def _named_by(scene: Scene, speaker: int) -> list[Entity]:
    """Whom a person who speaks names in the same sentence, which nobody does of himself: "Norvale is no caterer, the teacher said".

    Of a firm it's usual: "Tarnwick Freight hired nobody, the company said".
    """
    mention = scene.mentions[scene.at[speaker]]
    is_person = bool(mention.types) and scene.classes.allows(mention.types[0], "he")
    sentence = scene.doc[speaker].sent
    said = [(max(a.content_start, sentence.start), min(a.content_end, sentence.end)) for a in scene.speeches.of(speaker) if is_person]
    return [entity for start, end in said for entity in scene.names_in(start, end)]


def _has_class(scene: Scene, entity: Entity, mention: Mention, modifiers: frozenset[str]) -> bool:
    """Whether an entity is, or may well be, what a noun names."""
    ontology, types = scene.classes.ontology, scene.types(entity)
    known = any(ontology.is_a(t, mention.types[:1]) for t in types)
    if not known and types and ontology.is_someone(mention.types[0]):
        allows = scene.classes.allows
        if not ontology.is_someone(types[0]) or allows(types[0], "he") != allows(mention.types[0], "he"):
            return False  # most likely a thing, or a person where a firm is meant
    return known or _could_be(scene, entity, mention.types[0]) or _may_be(scene, entity, mention, modifiers)


def _could_be(scene: Scene, entity: Entity, wanted: str) -> bool:
    """Whether a narrower class than what is known fits: an organisation may be a company, a campaign can't."""
    types = scene.types(entity)
    apart = [t for t in types if not any(t != other and scene.classes.ontology.is_a(other, [t]) for other in types)]
    return any(scene.classes.ontology.is_a(wanted, [t]) for t in apart)


def _may_be(scene: Scene, entity: Entity, mention: Mention, modifiers: frozenset[str]) -> bool:
    """Whether a name of which nothing is known can be meant: "the company" can mean it, "the whole story" can't."""
    return not entity.votes and not modifiers and scene.classes.ontology.is_someone(mention.types[0])


def _named_after(scene: Scene, entity: Entity, mention: Mention) -> bool:
    """Whether the rest of the sentence names it: "the company hired Halden" isn't said of Halden."""
    last = scene.doc[mention.head].sent.end
    return any(scene.mentions[n].kind == "name" and mention.head < scene.mentions[n].head < last for n in entity.mentions)


def _gender_by_noun(scene: Scene, entity: Entity, lemma: str) -> None:
    if lemma in scene.classes.nouns.masculine:
        entity.gender = entity.gender or "he"
    elif lemma in scene.classes.nouns.feminine:
        entity.gender = entity.gender or "she"


def _compatible(modifiers: frozenset[str], others: frozenset[str]) -> bool:
    return modifiers <= others or others <= modifiers
