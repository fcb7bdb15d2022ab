"""Pronouns: by class, number and gender, by how salient an entity is, and in a quotation by who speaks."""

from __future__ import annotations

from bisect import bisect_left

from kg.language.annotations import Attribution, Mention
from kg.language.clauses import surface_subjects
from kg.language.lexicon import PRONOUNS
from kg.language.scene import REACH, Entity, Scene
from kg.language.together import acts, apart, pair, see_together
from kg.language.tokens import Token

_ACTS = 10.0  # and being someone who can act, for the subject of a verb
_KNOWN = 20.0  # what being known for a man or a woman is worth, beside someone of whom nothing tells it
_ALL = 10.0  # all who are named together rather than the last of them
_ALONE = 50.0  # what it costs one to be alone where several are named together, for "they"
_THING = 80.0  # and to be a thing there
_MANY = 75.0  # what it is worth to be many people where "them" is said: a firm is "they" rather where it does something
_OVER = 25.0  # what standing under somebody's clause or speech is worth beside the salience of a subject


def is_spoken(scene: Scene, mention: Mention) -> bool:
    """Whether a pronoun means who speaks: "I", "we" and their forms."""
    return _pronoun(scene, mention) in {"i", "we"}


def _pronoun(scene: Scene, mention: Mention) -> str:
    return PRONOUNS.get(scene.doc[mention.head].lower_, "two")


def refer(scene: Scene, mention: Mention) -> Entity | None:
    pronoun = _pronoun(scene, mention)
    if pronoun == "it" and _is_expletive(scene.doc[mention.head]):
        return None
    speech = _speech(scene, mention.head)
    speaker = scene.entity_of.get(scene.at.get(speech.source, -1)) if speech is not None and speech.source is not None else None
    if pronoun == "i":
        return speaker
    if pronoun == "we":
        return _side(scene, speaker, speech) if speaker is not None and speech is not None else None
    here = scene.sentence_of[mention.head]
    token = scene.doc[mention.head]
    beside = [*_beside(scene, token), *_below(scene, token), *_named_by(scene, token.i)]
    if pronoun in {"they", "two"}:
        see_together(scene, scene.at[mention.head])
        quoted = speaker is not None and speech is not None and _is_quoted(scene, speech)
        beside += apart(scene, [*beside, speaker] if quoted and speaker is not None else beside, here)
    if pronoun == "it" and speech is not None and (owner := _owner_of_words(scene, speech, token)) is not None:
        return owner
    if pronoun == "two":
        return pair(scene, here, mention.head, beside)
    found = [e for e in scene.recent(here - REACH, here) if e not in beside and _can_be(scene, e, pronoun, mention)]
    together = any(e.several for e in found)
    over: list[Entity] = []
    if speaker is not None and speech is not None:
        if _is_quoted(scene, speech):
            found = [e for e in found if e is not speaker or pronoun not in {"he", "she"}]
            over += _spoken_of(scene, speech)
        elif speech.source is not None and speech.source < mention.head:
            over.append(speaker)
    over += [e for e in _spoke_before(scene, mention.head) if e.gender == pronoun]
    is_subject = token.dep_ in {"nsubj", "nsubjpass"}
    is_told = token.dep_ == "nsubjpass" or (is_subject and token.head.lemma_ == "be")  # "They were published": things are told so too
    if is_subject or token.dep_ == "poss":
        over += _subjects_over(scene, token)

    many = [e for e in found if token.lower_ == "them" and e.plural and here in e.by_sentence and _stands_alone(scene, e)]

    def weight(entity: Entity) -> tuple[float, int]:
        most, last = scene.salience(entity, here, mention.head)
        most += _MANY if entity in many else 0
        does = is_subject and pronoun in {"it", "they"} and acts(scene, entity)
        most += (_OVER if entity in over else 0) + (_ACTS if does else 0) + (_KNOWN if entity.gender == pronoun else 0)
        return most + (_beside_several(scene, entity, is_told) if together else 0), last

    best = max(found, key=weight, default=None)
    if best is not None and pronoun in {"he", "she"}:
        best.gender = best.gender or pronoun
    return best


def _stands_alone(scene: Scene, entity: Entity) -> bool:
    """Whether it is someone who can act, and no mere part of another's name: the "corrections" of "the corrections department"."""
    return acts(scene, entity) and any(scene.doc[scene.mentions[n].head].dep_ != "compound" for n in entity.mentions)


def _beside_several(scene: Scene, entity: Entity, is_told: bool) -> float:
    """What it is worth to be all who are named together where "they" may mean them, or costs to be one or a thing."""
    if entity.several:
        return _ALL
    return -_THING if not is_told and not acts(scene, entity) else 0 if entity.plural else -_ALONE


def _owner_of_words(scene: Scene, speech: Attribution, it: Token) -> Entity | None:
    """Whose words they are in which "it" acts, where a thing is said to say them: "X's website says that it pays Y"."""
    if it.dep_ != "nsubj" or it.head.lemma_ in {"be", "have"}:
        return None
    spoken = next((c for t in scene.doc[speech.cue_start : speech.cue_end] for c in t.children if c.dep_ == "nsubj" and c.i < it.i), None)
    thing = scene.entity_of.get(scene.at.get(spoken.i, -1)) if spoken is not None else None
    if spoken is None or thing is None or acts(scene, thing):
        return None
    owners = [c for c in spoken.lefts if c.dep_ == "poss"] + [c for p in spoken.rights if p.lower_ == "by" for c in p.rights]
    found = [e for c in owners if (e := scene.entity_of.get(scene.at.get(c.i, -1))) is not None and acts(scene, e)]
    return found[0] if found and not found[0].plural else None


def _spoken_of(scene: Scene, speech: Attribution) -> list[Entity]:
    """Whom a quotation is about, where the cue says so: "Roe said of Lee: “He …”"."""
    found: list[Entity] = []
    for token in scene.doc[speech.cue_start : speech.cue_end]:
        for prep in token.children:
            if prep.lower_ in {"of", "about"}:
                found += [e for c in prep.children if c.dep_ == "pobj" and (e := scene.entity_of.get(scene.at.get(c.i, -1))) is not None]
    return found


def _spoke_before(scene: Scene, token: int) -> list[Entity]:
    """Who spoke last, where the pronoun is a speaker: "“No,” Roe said. “Never,” she added." """
    sources = scene.speeches.sources
    place = bisect_left(sources, token)
    if not 0 < place < len(sources) or sources[place] != token:
        return []
    last = scene.entity_of.get(scene.at.get(sources[place - 1], -1))
    return [last] if last is not None else []


def _below(scene: Scene, token: Token) -> list[Entity]:
    """Who a subject's pronoun can't be: those named after it within its own clause (principle C)."""
    if token.dep_ not in {"nsubj", "nsubjpass"} or token.head.i < token.i:
        return []
    found: list[Entity] = []
    todo = [c for c in token.head.rights if c.dep_ in {"dobj", "dative", "prep", "agent", "attr", "oprd", "pobj"}]
    while todo:
        one = todo.pop()
        entity = scene.entity_of.get(scene.at.get(one.i, -1))
        if entity is not None and scene.is_proper(one.i):
            found.append(entity)
        todo += [c for c in one.children if c.dep_ in {"dobj", "prep", "pobj", "conj", "pcomp", "compound"}]
    return found


def _named_by(scene: Scene, speaker: int) -> list[Entity]:
    """Who a pronoun that speaks can't be: those named in what it says ("“Roe has lost,” he said")."""
    return [entity for one in scene.speeches.of(speaker) for entity in scene.names_in(_own_start(scene, one), one.content_end)]


def _own_start(scene: Scene, one: Attribution) -> int:
    """Where a content before its cue begins, as far as it's sure: behind the last mark that opens a clause of its own."""
    if one.content_start > one.cue_start:
        return one.content_start
    marks = (i + 1 for i in range(one.cue_start - 1, one.content_start, -1) if scene.doc[i].text in {":", ";"})
    return next(marks, one.content_start)


def _subjects_over(scene: Scene, token: Token) -> list[Entity]:
    """The subjects of the clauses that a pronoun stands in, those before it: "Tarnwick refused, since its lawyers advised against"."""
    found: list[Entity] = []
    verb = token
    while verb.head != verb and len(found) < 2:
        own = verb if verb.dep_ in {"nsubj", "nsubjpass"} else None
        verb = verb.head
        if verb.pos_ in {"VERB", "AUX"}:
            subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c != own and c.i < token.i]
            found += [e for c in subjects if (e := scene.entity_of.get(scene.at.get(c.i, -1))) is not None]
    return found


def _beside(scene: Scene, token: Token) -> list[Entity]:
    """Who an object's plain pronoun can't be: its own clause's subject, also where that stands over it, as in "the firm has to convince
    them" (principle B of binding)."""
    verb = token.head if token.dep_ in {"dobj", "dative"} else token.head.head if token.dep_ == "pobj" else None
    if verb is None or token.lower_.endswith(("self", "selves")):
        return []
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}] or (surface_subjects(verb) if verb.dep_ == "xcomp" else [])
    found = [scene.entity_of.get(scene.at.get(c.i, -1)) for c in subjects]
    return [e for e in found if e is not None]


def _can_be(scene: Scene, entity: Entity, pronoun: str, mention: Mention) -> bool:
    if entity.first >= mention.head:
        return False
    if pronoun == "they" and entity.plural:
        return True
    if pronoun in {"he", "she"}:
        if entity.gender and entity.gender != pronoun:
            return False
        return not entity.plural and any(scene.classes.allows(t, pronoun) for t in scene.types(entity)[:1])
    if entity.names and not entity.votes:
        return True
    types = scene.types(entity)[:1]
    if pronoun == "they" and any(scene.classes.allows(t, "he") for t in types):
        return False  # one person is "he" or "she" in the news
    return (not entity.plural or pronoun == "they") and any(scene.classes.allows(t, pronoun) for t in types)


def _speech(scene: Scene, token: int) -> Attribution | None:
    return min(scene.speeches.around(token), key=lambda a: a.content_end - a.content_start, default=None)


def _is_quoted(scene: Scene, speech: Attribution) -> bool:
    return speech.content_start > 0 and scene.doc[speech.content_start - 1].text in {"“", '"', "''", "``"}


def _side(scene: Scene, speaker: Entity, speech: Attribution) -> Entity:
    """ "We" of a spokesman is whom he speaks for, as far as his own words of introduction say."""
    for n in speaker.mentions:
        head = scene.mentions[n].head
        for over in scene.said_with.get(head, ()):
            for child in [*scene.doc[over].children, *scene.doc[head].children]:
                tokens = (
                    [child]
                    if child.dep_ in {"compound", "poss", "nmod"}
                    else [o for o in child.children if child.lower_ in {"for", "of", "at"} and o.dep_ == "pobj"]
                )
                for token in tokens:
                    found = scene.entity_of.get(scene.at.get(token.i, -1))
                    if found is not None and found is not speaker:
                        return _collective(scene, found)
    return speaker


def _collective(scene: Scene, entity: Entity) -> Entity:
    """A person's side is the organisation that bears the person's name, where the article has one ("the Bloomberg campaign")."""
    if not scene.is_called(entity, "he"):
        return entity
    last = {words[-1].lower() for words in entity.names}
    named = (e for e in scene.modified_by(last) if e is not entity)
    return next((other for other in named if _is_body(scene, other)), entity)


def _is_body(scene: Scene, entity: Entity) -> bool:
    """Whether it is an organisation: something that speaks and is called "it"."""
    best = scene.types(entity)[:1]
    return any(scene.classes.allows(t, "it") and scene.classes.ontology.classes[t].speaks for t in best)


def _is_expletive(token: Token) -> bool:
    """ "It is unclear whether …" speaks of nothing."""
    if token.dep_ == "expl":
        return True
    verb = token.head
    clauses = [c for c in verb.children if c.dep_ in {"ccomp", "xcomp", "csubj", "advcl"}]
    inner = [c for a in verb.children if a.dep_ in {"acomp", "attr"} for c in a.children if c.dep_ in {"ccomp", "xcomp", "acl"}]
    has_complement = any(c.dep_ in {"acomp", "attr"} for c in verb.children)
    return token.dep_ == "nsubj" and verb.lemma_ in {"be", "seem", "appear", "’"} and has_complement and bool(clauses or inner)
