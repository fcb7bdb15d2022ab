"""`kg ontology check` and `kg ontology try`, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.cli import main

PORT = """@prefix : <https://example.org/port#> .
@prefix kg: <https://w3id.org/accordingto#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:Firm a owl:Class ; rdfs:label "firm" ; kg:ner_label "ORG" , "PERSON" ; kg:speaks true .
:Ship a owl:Class ; rdfs:label "tanker" .
:insured a owl:ObjectProperty ; rdfs:label "insured" ; rdfs:domain :Firm ; rdfs:range :Ship ;
    kg:example "[Northern Mutual] insured [the tanker]." .
"""
Ran = tuple[int, str, str]


@pytest.fixture
def kg(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "port.ttl").write_text(PORT, encoding="utf-8")
    (tmp_path / "bad.ttl").write_text(PORT.replace(":Ship ;", ":Shp ;"), encoding="utf-8")

    def run(*arguments: str) -> Ran:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        told = capsys.readouterr()
        return int(ended.value.code or 0), told.out, told.err

    return run


def test_check_ends_well_where_there_is_no_error(kg) -> None:  # type: ignore[no-untyped-def]
    code, out, err = kg("ontology", "check", "port.ttl")
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == "0 errors, 0 warnings"
    assert "insured" in out


@pytest.mark.parametrize("arguments", [("bad.ttl",), ("--ontology", "bad.ttl"), ()], ids=["argument", "option", "kg.toml"])
def test_check_fails_where_there_is_an_error(kg, arguments: tuple[str, ...], tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "kg.toml").write_text('ontology = ["bad.ttl"]' if not arguments else "", encoding="utf-8")
    code, out, _ = kg("ontology", "check", *arguments)
    assert code == 1
    assert "bad.ttl:7:87: error: insured's range Shp is no class of this ontology: did you mean Ship?" in out
    code, out, _ = kg("ontology", "check", *arguments, "--json")
    assert code == 1
    assert json.loads(out)["errors"] == 1


def test_try_shows_what_is_found_and_draws_it(kg, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    code, out, err = kg("ontology", "try", "Northern Mutual insured the tanker.", "--ontology", "port.ttl", "--picture", "parse.svg")
    assert (code, err) == (0, "")
    assert "Northern Mutual → insured → tanker  affirmed" in out
    assert "by the example [Northern Mutual] insured [the tanker]." in out
    assert (tmp_path / "parse.svg").read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [(("try", " "), "give a sentence"), (("try", "A firm.", "--picture", "x.png", "--ontology", "port.ttl"), "name such a file")],
)
def test_bad_use_is_told(kg, arguments: tuple[str, ...], says: str) -> None:  # type: ignore[no-untyped-def]
    code, _, err = kg("ontology", *arguments)
    assert code == 2
    assert says in err
