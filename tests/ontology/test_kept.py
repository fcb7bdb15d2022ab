"""A loaded ontology is kept by what its files hold, and is the same when it comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cache import ontologies
from kg.ontology import kept
from kg.ontology.load import load, ontology_of
from kg.ontology.model import Ontology
from kg.ontology.sources import sources

PREFIXES = "@prefix : <https://example.org/a#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
FIRM, PIT = f"{PREFIXES}:Firm a owl:Class .\n", f"{PREFIXES}:Pit a owl:Class .\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def names(ontology: Ontology) -> list[str]:
    return [one.name for one in ontology.classes.values()]


def test_ours_comes_back_as_it_was() -> None:
    fresh = ontology_of(sources(None))
    assert kept.unpack(kept.pack(fresh)) == fresh
    assert load() == fresh
    assert ontologies().contents().files == 1
    assert load() == fresh
    assert [*load().relations] == [*fresh.relations]


def test_it_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(FIRM)
    first = load([path])

    def refuse(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr("kg.ontology.load.sources", refuse)
    assert load([path]) == first
    with pytest.raises(AssertionError, match="read again"):
        load([path], ["https://example.org/other"])


def test_what_its_files_hold_decides(tmp_path: Path) -> None:
    one, other = tmp_path / "a.ttl", tmp_path / "b.ttl"
    one.write_text(FIRM)
    other.write_text(PIT)
    found = [(load(paths).digest, names(load(paths))) for paths in ([one], [other], [one, other], [other, one])]
    assert [of for _, of in found] == [["Firm"], ["Pit"], ["Firm", "Pit"], ["Pit", "Firm"]]
    one.write_text(PIT)
    assert names(load([one])) == ["Pit"]


def test_what_a_file_imports_is_read_each_time(tmp_path: Path) -> None:
    one, other = tmp_path / "a.ttl", tmp_path / "b.ttl"
    one.write_text(f"{FIRM}<> a owl:Ontology ; owl:imports <b.ttl> .\n")
    other.write_text(PIT)
    assert sorted(names(load([one]))) == ["Firm", "Pit"]
    other.write_text(PIT.replace("Pit", "Quarry"))
    assert sorted(names(load([one]))) == ["Firm", "Quarry"]


@pytest.mark.parametrize("data", [b"", b"nonsense", b"[]", b"{}", b'{"digest":"","classes":[[1]],"relations":[]}'])
def test_a_spoilt_file_is_made_again(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # of whatever kind
        kept.unpack(data)
    path = tmp_path / "a.ttl"
    path.write_text(FIRM)
    first = load([path])
    for one in ontologies().folder.iterdir():
        one.write_bytes(data)
    assert load([path]) == first
