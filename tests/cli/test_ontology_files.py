"""`kg ontology docs` and `kg ontology import`: what they write, and what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Kg

MODEL = """Firm:
  label: Firm
  properties:
    founded: {type: date}
    parent: {label: Parent firm, type: entity, range: Firm}
"""
SKOS = "<https://example.org/zoo> <http://www.w3.org/2002/07/owl#imports> <http://www.w3.org/2004/02/skos/core> ."


def test_the_ontology_is_written_as_a_page(kg: Kg, tmp_path: Path) -> None:
    ended = kg("ontology", "docs", "out.html")
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    text = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert kg("ontology", "docs", "-").out == text


def test_a_model_from_elsewhere_is_written_for_editing(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "Firm.yaml").write_text(MODEL, encoding="utf-8")
    ended = kg("ontology", "import", "Firm.yaml", "firm.ttl")
    assert (ended.code, ended.out, ended.err) == (0, "", "1 class, 2 relations\n")
    assert 'rdfs:label "parent firm"' in (tmp_path / "firm.ttl").read_text(encoding="utf-8")
    page = kg("ontology", "docs", "-", "--ontology", "firm.ttl").out
    assert "parent firm" in page
    assert "hired" not in page


def test_what_is_left_is_noted(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "zoo.ttl").write_text(SKOS, encoding="utf-8")
    for command in (("import", "zoo.ttl", "-"), ("docs", "-", "--ontology", "zoo.ttl")):
        ended = kg("ontology", *command)
        assert ended.code == 0
        assert "imports http://www.w3.org/2004/02/skos/core, which is left" in ended.err


@pytest.mark.parametrize("command", [("import", "none.ttl", "x.ttl"), ("docs", "x.html", "--ontology", "none.ttl")])
def test_what_is_not_there_is_told(kg: Kg, tmp_path: Path, command: tuple[str, ...]) -> None:
    ended = kg("ontology", *command)
    assert (ended.code, ended.out) == (1, "")
    assert "none.ttl can't be read" in ended.err
    assert not list(tmp_path.glob("x.*"))
