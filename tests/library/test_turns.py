"""Building again after the ontology was changed: quick, the same as building anew, and it tells what changed."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import kg
from kg.article import Article
from kg.building import BuildReport, build
from kg.cache import Cache
from kg.changes import Change
from kg.cli.build import summary
from kg.corrections import verify
from kg.export.formats import exported
from kg.export.selection import Selection
from kg.language.blocks import make_doc
from kg.language.pipeline import Pipe, statements
from kg.manifest import Versions
from kg.ontology.load import load
from kg.ontology.reading import reading_digest
from kg.resources import folder
from kg.statement import Extraction
from kg.store import open_store
from tests.gold.corpus import articles

PREFIXES = """@prefix kg: <https://w3id.org/accordingto#> . @prefix my: <https://example.org/terms#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
FIRST = 'my:insured a owl:ObjectProperty ; kg:example "[Norvale Group] insured [the vendor]." .\n'
SECOND = 'my:insured a owl:ObjectProperty ; kg:example "[Norvale Group] sheltered [the vendor]." .\n'
INSURED = "https://example.org/terms#insured"
TEXTS = {
    "quay": "Tarnwick Freight insured Ostrel Guarding. Brandt Mutual sheltered Halden Foods. The flotilla hired Brandt Mutual.",
    "mill": "Halden Foods hired Redfern Logistics. Redfern Logistics sheltered the vendor, Helen Marsh said.",
    "pier": "Brackwell Systems sued Kelder Ferries. Brackwell Systems insured Tarnwick Freight. Kelder Ferries hired Tarnwick Freight.",
}
FLOTILLA = 'my:Flotilla a owl:Class ; rdfs:label "flotilla" ; rdfs:subClassOf {} .\n'
BOTH = FIRST + SECOND
INVERSE = "my:insured owl:inverseOf my:insured_by . my:insured_by a owl:ObjectProperty ."
STATES = {
    "as it begins": (FIRST, 3),
    "an example added": (BOTH, 3),
    "a class added": (BOTH + FLOTILLA.format("kg:Group"), 3),
    "a superclass moved, a label added": (BOTH + FLOTILLA.format("kg:Company") + 'my:Flotilla skos:altLabel "vendor" .', 3),
    "a class removed, transitive": (BOTH + "my:insured a owl:TransitiveProperty .", 3),
    "transitive removed, inverse added": (BOTH + INVERSE, 0),
    "inverse removed, chain and symmetric": (
        f"{BOTH} my:far a owl:ObjectProperty ; owl:propertyChainAxiom ( kg:hired my:insured ) . kg:sued a owl:SymmetricProperty .",
        0,
    ),
    "a wider relation": (f"{BOTH} my:insured rdfs:subPropertyOf my:far . my:far a owl:ObjectProperty .", 0),
    "range narrowed": (f"{BOTH} my:insured rdfs:range kg:Person .", 3),
}
"""What a user's file says, one after another, and how many articles are read again."""


class Turns:
    """Articles, an ontology beside ours, and stores that they are built into, all with one parse."""

    def __init__(self, path: Path, nlp: Language) -> None:
        self.path, self.mine, self.nlp = path, path / "mine.ttl", nlp
        self.docs: dict[str, tuple[Article, Doc]] = {}
        for key, text in TEXTS.items():
            article = Article(key, text, (), key)
            with nlp.select_pipes(enable=["kg_parse"]):
                self.docs[key] = article, nlp(make_doc(nlp, article))

    @property
    def ontology(self) -> list[Path]:
        return [folder("ontology"), self.mine]

    def build(self, mine: str, *stores: str) -> list[BuildReport]:
        """What the articles state under this ontology, in each of these stores."""
        self.mine.write_text(PREFIXES + mine, encoding="utf-8")
        loaded = load(self.ontology)
        pipe = Pipe(self.nlp, loaded)
        versions = Versions("model", reading_digest(loaded), "code")

        def extract(wanted: Iterable[Article]) -> Iterator[Extraction]:
            return (Extraction(one, statements(pipe(self.docs[one.key][1]))) for one in wanted)

        told = [article for article, _ in self.docs.values()]
        return [build(told, extract, self.path / store, ontology=loaded, versions=versions) for store in stores]

    def all_of(self, store: str) -> str:
        with open_store(self.path / store, read_only=True) as opened:
            assert not verify(opened, load(self.ontology))
            return exported(opened, ".trig", Selection(everything=True))


@pytest.fixture(scope="module")
def turns(tmp_path_factory: pytest.TempPathFactory, nlp: Language) -> Turns:
    return Turns(tmp_path_factory.mktemp("turns"), nlp)


@pytest.fixture
def no_parses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No article was parsed before; the wordings of our own ontology may be there."""
    monkeypatch.setattr("kg.cache.parses", lambda: Cache(str(tmp_path / "parses"), 10_000_000))


def test_another_ontology_tells_what_it_changes(turns: Turns) -> None:
    ((first,), (more,), (fewer,), (same,)) = (turns.build(mine, "told.db") for mine in (FIRST, BOTH, SECOND, SECOND))
    assert first.changed is None
    assert more.changed is not None
    assert (more.built, more.changed.articles, more.changed.by_relation()) == (3, 3, (Change(INSURED, 2, 0, 2),))
    assert (
        "changed     2 gained, 0 lost, in 3 articles read again with another ontology\n  insured  2 gained, 0 lost, in 2 articles"
        in summary(more)
    )
    assert fewer.changed is not None
    assert fewer.changed.by_relation() == (Change(INSURED, 0, 2, 2),)
    assert (same.built, same.unchanged, same.changed) == (0, 3, None)


def test_each_turn_is_the_same_as_building_anew(turns: Turns) -> None:
    met: dict[str, str] = {}
    for name, (mine, read) in STATES.items():
        again, anew = turns.build(mine, "kg.db", f"{name}.db")
        assert (again.built, anew.built) == (read, 3), name
        now = turns.all_of("kg.db")
        assert now == turns.all_of(f"{name}.db"), name
        assert met.setdefault(now, name) == name  # or the change changes nothing


@pytest.mark.alone
@pytest.mark.usefixtures("no_parses")
def test_building_again_takes_less_than_a_third(tmp_path: Path, turns: Turns) -> None:
    some, read, mine = [*articles()], tmp_path / "articles", tmp_path / "mine.ttl"
    read.mkdir()
    for one, other in zip(some, [*some[1:], some[0]], strict=True):
        (read / f"{one.doc}.txt").write_text(f"{one.text}\n\n{other.text}", encoding="utf-8")

    def seconds(turtle: str) -> float:
        mine.write_text(PREFIXES + turtle, encoding="utf-8")
        begun = time.process_time()
        kg.build(read, tmp_path / "kg.db", ontology=[folder("ontology"), mine]).close()
        return time.process_time() - begun

    turns.build(FIRST)  # compiles our own wordings, if they aren't there, which would take far longer
    first = seconds(FIRST)
    classes = BOTH + FLOTILLA.format("kg:Group") + 'kg:Company skos:altLabel "outfit" .'
    axioms = classes + INVERSE + "kg:sued a owl:SymmetricProperty . my:far owl:propertyChainAxiom ( kg:hired kg:located_in ) ."
    assert any(seconds(turtle) < first / 3 for turtle in (classes, FIRST, classes))  # there, back and there: the machine may be busy
    assert any(seconds(turtle) < first / 3 for turtle in (axioms, classes, axioms))
