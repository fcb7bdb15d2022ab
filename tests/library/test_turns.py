"""Building again after the ontology was changed: quick, the same as building anew, and it tells what changed."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import kg
from kg.building import BuildReport
from kg.cache import Cache
from kg.changes import Change
from kg.cli.build import summary
from kg.corrections import verify
from kg.export.formats import exported
from kg.export.selection import Selection
from kg.ontology.load import load
from kg.resources import folder
from kg.store import open_store
from tests.gold.corpus import articles

MINE = """@prefix kg: <https://w3id.org/accordingto#> . @prefix my: <https://example.org/terms#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
my:insured a owl:ObjectProperty ; kg:example {examples} .
"""
FIRST, SECOND = '"[Norvale Group] insured [the vendor]."', '"[Norvale Group] sheltered [the vendor]."'
INSURED = "https://example.org/terms#insured"
TEXTS = {
    "quay": "Tarnwick Freight insured Ostrel Guarding. Brandt Mutual sheltered Halden Foods.",
    "mill": "Halden Foods hired Redfern Logistics. Redfern Logistics sheltered the vendor, Helen Marsh said.",
    "pier": "Brackwell Systems sued Kelder Ferries.",
}


class Turns:
    """A folder of articles, an ontology beside ours, and stores that they are built into."""

    def __init__(self, path: Path, texts: dict[str, str]) -> None:
        self.path, self.articles, self.mine = path, path / "articles", path / "mine.ttl"
        self.articles.mkdir()
        for name, text in texts.items():
            (self.articles / f"{name}.txt").write_text(text, encoding="utf-8")

    @property
    def ontology(self) -> list[Path]:
        return [folder("ontology"), self.mine]

    def build(self, store: str, *examples: str) -> BuildReport:
        self.mine.write_text(MINE.format(examples=" , ".join(examples)), encoding="utf-8")
        with kg.build(self.articles, self.path / store, ontology=self.ontology) as graph:
            assert graph.report is not None
            return graph.report

    def all_of(self, store: str) -> str:
        with open_store(self.path / store, read_only=True) as opened:
            assert not verify(opened, load(self.ontology))
            return exported(opened, ".trig", Selection(everything=True))


@pytest.fixture
def no_parses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No article was parsed before; the wordings of our own ontology may be there."""
    monkeypatch.setattr("kg.cache.parses", lambda: Cache(str(tmp_path / "parses"), 10_000_000))


def test_another_ontology_tells_what_it_changes(tmp_path: Path) -> None:
    turns = Turns(tmp_path, TEXTS)
    assert turns.build("kg.db", FIRST).changed is None
    more = turns.build("kg.db", FIRST, SECOND)
    assert more.changed is not None
    assert (more.built, more.changed.articles, more.changed.by_relation()) == (3, 3, (Change(INSURED, 2, 0, 2),))
    assert (
        "changed     2 gained, 0 lost, in 3 articles read again with another ontology\n  insured  2 gained, 0 lost, in 2 articles"
        in summary(more)
    )
    turns.build("new.db", FIRST, SECOND)
    assert turns.all_of("kg.db") == turns.all_of("new.db")
    fewer = turns.build("kg.db", SECOND)
    assert fewer.changed is not None
    assert fewer.changed.by_relation() == (Change(INSURED, 0, 1, 1),)
    same = turns.build("kg.db", SECOND)
    assert (same.built, same.unchanged, same.changed) == (0, 3, None)


@pytest.mark.usefixtures("no_parses")
def test_building_again_takes_less_than_a_third(tmp_path: Path) -> None:
    some = [*articles()]
    texts = {one.doc: f"{one.text}\n\n{other.text}" for one, other in zip(some, [*some[1:], some[0]], strict=True)}
    (tmp_path / "small").mkdir()
    Turns(tmp_path / "small", TEXTS).build("kg.db", FIRST)  # compiles our own wordings, if they aren't there, which would take far longer
    turns = Turns(tmp_path, texts)
    begun = time.process_time()
    turns.build("kg.db", FIRST)
    first = time.process_time() - begun
    begun = time.process_time()
    again = turns.build("kg.db", FIRST, SECOND)
    assert again.changed is not None
    assert again.changed.articles == len(texts)
    assert time.process_time() - begun < first / 3
