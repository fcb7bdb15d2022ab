"""A made-up quarrel over a ferry, as a view: what a dossier is drawn from."""

from __future__ import annotations

from kg.store.oxigraph import OxigraphStore
from tests.draw.view import Said, Told, store_of, trig

FIRST = """Ferry firm in the dock

Larkin Lines owns the Rover, and hired Odd Jobs & Sons in May 2019. “Larkin Lines never paid me,” said Ada Brandt. \
The harbour wire reported that, by Ben Oduya's account, Larkin Lines paid Ada Brandt $400. Larkin Lines may buy Thornby Docks. \
Larkin Lines will sue the port. Larkin Lines denied owning Thornby Docks. Larkin Lines said Odd Jobs & Sons had cheated the port.
"""
SECOND = """Odd Jobs runs the yard. Larkin Lines was the owner of the Rover once. Odd Jobs & Sons operates Mill Yard.
"""
ARTICLES = {
    "first": Told(FIRST, "Ferry firm in the dock", "The Thornby Post", "2020-02-03T10:00:00", "https://example.org/a?b=1&c=(2)"),
    "second": Told(SECOND),
}
ENTITIES: dict[str, tuple[str, ...]] = {
    "larkin": ("Firm", "Larkin Lines", "the ferry firm", "Larkin"),
    "jobs": ("Firm", "Odd Jobs & Sons"),
    "rover": ("Ship", "the Rover"),
    "ada": ("Person", "Ada Brandt"),
    "ben": ("Person", "Ben Oduya"),
    "wire": ("Outlet", "the harbour wire"),
    "docks": ("Place", "Thornby Docks"),
    "port": ("Firm", "the port"),
    "yard": ("Place", "Mill Yard"),
    "silent": ("Person", "Silent Sam"),
    "larkin2": ("Person", "Larkin"),
}
ROWS = [
    Said("larkin", "owns", "rover", "Larkin Lines owns the Rover"),
    Said("larkin", "owns", "rover", "Larkin Lines was the owner of the Rover once", article="second"),
    Said("larkin", "hired", "jobs", "hired Odd Jobs & Sons in May 2019", when="May 2019"),
    Said("larkin", "paid", "ada", "Larkin Lines paid Ada Brandt $400", "ben", reported_by="wire", amount="$400"),
    Said("larkin", "paid", "ada", "Larkin Lines never paid me", "ada", status="denied"),
    Said("larkin", "bought", "docks", "Larkin Lines may buy Thornby Docks", status="possible"),
    Said("larkin", "sued", "port", "Larkin Lines will sue the port", status="planned"),
    Said("larkin", "owns", "docks", "Larkin Lines denied owning Thornby Docks", "larkin", status="denied"),
    Said("jobs", "cheated", "port", "Odd Jobs & Sons had cheated the port", "larkin"),
    Said("jobs", "operates", "yard", "Odd Jobs & Sons operates Mill Yard", article="second"),
]
MORE = """
<urn:kg:article/second#s-001> kg:when <urn:w> . <urn:w> kg:words "once" .
<urn:kg:article/first#s-003> kg:violates rdfs:range .
"""
AXIOMS = 'kg:Firm rdfs:label "firm" ; rdfs:subClassOf kg:Agent . kg:Agent rdfs:label "agent" . kg:bought rdfs:label "took over" .'


def ferry_store() -> OxigraphStore:
    """Two articles, ten statements, and somebody of whom nothing is said."""
    return store_of(trig(ARTICLES, ENTITIES, ROWS, AXIOMS, MORE))
