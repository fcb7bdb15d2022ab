"""Who is meant: names and their parts, acronyms, descriptions and pronouns, joined into referents."""

from __future__ import annotations

from kg.language.annotations import Referent, write
from kg.language.describing import describe
from kg.language.introducing import introduce
from kg.language.naming import join_names
from kg.language.pronouns import is_spoken, refer
from kg.language.scene import Classes, Entity, Scene
from kg.language.tokens import Doc
from kg.ontology.model import Ontology


class Coreference:
    """The component `kg_coreference`; it needs mentions, propositions and attribution."""

    def __init__(self, ontology: Ontology) -> None:
        self.classes = Classes(ontology)

    def __call__(self, doc: Doc) -> Doc:
        write(doc, Referent, tuple(_resolved(Scene(self.classes, doc))))
        return doc


def _resolved(scene: Scene) -> list[Referent]:
    join_names(scene)
    spoken: list[int] = []  # "I" and "we" mean a speaker, who may be named after the words
    for n, mention in enumerate(scene.mentions):
        if mention.kind == "pronoun":
            if is_spoken(scene, mention):
                spoken.append(n)
            else:
                _refer(scene, n)
        elif mention.kind != "name" and n not in scene.entity_of:
            describe(scene, n, mention)
        elif mention.kind == "name":
            scene.speak_of(scene.entity_of[n], n)
    introduce(scene)
    for n in spoken:
        _refer(scene, n)
    return [Referent(tuple(sorted(e.mentions)), scene.types(e), _told(scene, e), e.several) for e in scene.entities if e.mentions]


def _told(scene: Scene, entity: Entity) -> tuple[str, ...]:
    """The classes that words tell: those of its names, and the nouns that it is called by."""
    mentions = [scene.mentions[n] for n in sorted(entity.mentions)]
    return tuple(dict.fromkeys(iri for one in mentions for iri in (one.told if one.kind == "name" else one.types)))


def _refer(scene: Scene, n: int) -> None:
    entity = refer(scene, scene.mentions[n])
    if entity is not None:
        scene.add(entity, n)
