"""An ontology of 300 relations with 3,000 examples, made up from words: far larger than a person writes, and its words are of every day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

RELATIONS, EXAMPLES = 300, 3_000

PREFIXES = """@prefix : <https://example.org/big#> .
@prefix kg: <https://w3id.org/accordingto#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
:Party a owl:Class ; rdfs:label "party" ; kg:speaks true ; kg:pronoun "it" , "they" , "he" , "she" , "who" ;
    kg:ner_label "ORG" , "PERSON" , "NORP" ; skos:prefLabel "firm" ; skos:altLabel "company" , "man" , "woman" , "agency" , "official" .
:Site a owl:Class ; rdfs:label "site" ; kg:ner_label "GPE" , "LOC" , "FAC" ; skos:prefLabel "town" ; skos:altLabel "city" , "plant" .
"""
_VERBS = (
    "approved audited backed billed blocked briefed built called carried changed charged checked cleared closed covered cut drew ended "
    "filed filled fixed followed formed found framed gave guarded handed handled held hired hosted issued joined kept led left lent "
    "lifted linked listed lost made managed marked moved named noted offered opened ordered owed paid passed planned placed pledged "
    "pressed printed proposed pulled pushed put quit raised ran rated read rented reported said saw sent served set shared showed "
    "signed sold sought spent split started stopped supplied swapped told took tracked traded turned used wanted weighed won wrote"
).split()
_NOUNS = (
    "account agreement appeal application bill board budget call campaign case claim committee contract copy council course court deal "
    "debt decision delay demand design dispute document dollar election engine estate event evidence fee file firm force fund game gift "
    "grant group guard hearing home house idea index inquiry interest issue item job law ledger letter limit line list loan machine "
    "market meeting member message minute mistake money month motion move network note number office order page panel paper part "
    "partner payment permit phone plan plant policy pool post power price prize program project proposal question race rate record "
    "report request review right road role room rule sale school seat service share ship side site staff stake state statement story "
    "strike study system target tax team term test ticket title tool town trade trial vote week woman work worker year"
).split()
_JOINTS = ("of", "for", "with", "to", "from", "at", "against", "on")


def turtle() -> str:
    """All of it."""
    wordings = _wordings()
    lines = [PREFIXES]
    for n in range(RELATIONS):
        examples = " ,\n        ".join(f'"{next(wordings)}"' for _ in range(EXAMPLES // RELATIONS))
        side = ":Site" if n % 10 == 0 else ":Party"
        lines.append(
            f':relation_{n} a owl:ObjectProperty ;\n    rdfs:label "relation {n}" ;\n    rdfs:comment "The one of number {n}." ;\n'
            f"    rdfs:domain :Party ;\n    rdfs:range {side} ;\n    kg:example\n        {examples} .\n"
        )
    return "\n".join(lines)


def _wordings() -> Iterator[str]:
    """Sentences of a verb alone and of a verb with its object; in each something is demanded, so that one parse of each is enough."""
    for verb in _VERBS:
        yield f"[s/Party:Norvale Group] {verb} [the vendor]."
    for n, (noun, verb) in enumerate(product(_NOUNS, _VERBS)):
        if n % 4 == 0:
            yield f"[s/Party:Norvale Group] {verb} a {noun} {_JOINTS[n // 4 % len(_JOINTS)]} [the vendor]."
