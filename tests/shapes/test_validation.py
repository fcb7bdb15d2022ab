"""What violates shapes is reported with its evidence; hand-written shapes say what the ontology can't."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kg.article import Article
from kg.editing import Editor
from kg.errors import KgError, OntologyError
from kg.manifest import Versions
from kg.ontology.load import load
from kg.shapes import reading
from kg.shapes.validation import Violation, validate
from kg.statement import Amount, Entity, Evidence, Span, Statement, Status, Value
from kg.store.oxigraph import OxigraphStore

NS = "https://w3id.org/accordingto#"
OWN = reading.read(reading.files(None))


def store_of(folder: Path | None, lines: list[str]) -> OxigraphStore:
    """A store of one article of the Gazette with lines such as "Ann/Person parent_of Bo/Person", said by Vera Lind."""
    store = OxigraphStore(folder) if folder else OxigraphStore()
    editor = Editor(store, load())
    article = Article("lines.txt", "\n".join(lines), (), "lines", publisher="Gazette")
    editor.put(article, [_statement(article, line) for line in lines], Versions("model", "ontology", "code"))
    return store


def _statement(article: Article, line: str) -> Statement:
    subject, relation, told, *more = line.split()
    start = article.text.index(line)
    at = start + line.index(more[0]) if more else 0
    return Statement(
        article.key,
        NS + relation,
        _entity(subject),
        _entity(told),
        Status.AFFIRMED,
        Evidence(start, start + len(line), line),
        Span(start, start + len(subject)),
        Span(start, start + len(subject)),
        attributed_to=_entity("Vera_Lind/Person"),
        amount=Amount(more[0], at, at + len(more[0]), *more[0].split("-"), "USD") if more else None,
    )


def _entity(text: str) -> Entity:
    label, _, kind = text.partition("/")
    return Entity(label, NS + kind, label.replace("_", " "), (label.replace("_", " "),), named=True)


def found(lines: list[str]) -> list[Violation]:
    return list(validate(store_of(None, lines), load(), OWN).violations)


def test_what_conforms_has_no_violation() -> None:
    lines = [
        "Ann/Person parent_of Bo/Person",
        "Cy/Person parent_of Bo/Person",
        "Ann/Person spouse_of Cy/Person",
        "Ann/Person paid Cy/Person 4-5",
    ]
    assert found(lines) == []


def test_a_violation_has_its_evidence() -> None:
    (one,) = found(["York/Place hired Bo/Person", "Ann/Person hired Bo/Person"])
    assert one.of_ontology
    assert (one.focus.label, one.focus.type, one.message) == ("York", "Place", "The subject of “hired” must be an agent.")
    assert one.shape == f"{NS}hiredShape"
    (row,) = one.evidence
    assert row["sentence"] == "York/Place hired Bo/Person"
    assert row["speaker_label"] == "Vera Lind"
    assert one.kept_out == {row["statement"]}


@pytest.mark.parametrize(
    ("lines", "shape", "evidence"),
    [
        (["Ann/Person parent_of Ann/Person"], "own_parent", 1),
        (["Ann/Person parent_of Bo/Person", "Bo/Person parent_of Ann/Person"], "parent_and_child", 2),
        ([f"{name}/Person parent_of Bo/Person" for name in ("Ann", "Cy", "Dee")], "two_parents", 3),
        (["Ann/Person spouse_of Ann/Person"], "own_spouse", 1),
        (["Ann/Person sibling_of Ann/Person"], "own_sibling", 1),
        (["Ann/Person spouse_of Bo/Person", "Ann/Person parent_of Bo/Person"], "spouse_and_parent", 2),
        (["Ann/Person hired Ann/Person"], "dealing_with_oneself", 1),
        (["Dorn/Company owns Kell/Company", "Kell/Company owns Dorn/Company"], "owned_by_each_other", 2),
        (["Dorn/Company part_of Kell/Company", "Kell/Company part_of Dorn/Company"], "part_of_each_other", 2),
        (["York/Place located_in Kent/Place", "Kent/Place located_in York/Place"], "in_each_other", 2),
        (["Ann/Person paid Bo/Person 9-5"], "bounds", 1),
    ],
)
def test_each_shape_of_the_package_finds_what_it_is_for(lines: list[str], shape: str, evidence: int) -> None:
    violations = [one for one in found(lines) if one.shape == f"https://w3id.org/accordingto/shapes#{shape}"]
    assert violations
    for one in violations:
        assert not one.of_ontology
        assert not one.kept_out
        assert sorted(row["sentence"] for row in one.evidence) == sorted(lines)
        assert len(one.evidence) == evidence


def test_a_premise_is_the_evidence_of_what_follows(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(
        f"""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix kg: <{NS}> . @prefix : <urn:own:> .
        :nobody_in_oslo a sh:NodeShape ; sh:targetSubjectsOf kg:operates_in ;
            sh:property [ sh:path kg:operates_in ; sh:maxCount 0 ; sh:message "Nobody works there." ] .""",
        encoding="utf-8",
    )
    store = store_of(None, ["Dorn/Company operates Depot/Facility", "Depot/Facility located_in Oslo/Place"])
    (one,) = validate(store, load(), reading.read([path])).violations
    assert (one.message, len(one.evidence), one.shape) == ("Nobody works there.", 2, "urn:own:nobody_in_oslo")


Kg = Callable[..., tuple[int, str, str]]


@pytest.fixture
def kg(capsys: pytest.CaptureFixture[str]) -> Kg:
    from kg.cli.main import main

    def run(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    return run


def test_kg_validate_tells_each_violation_and_exits_with_1(tmp_path: Path, kg: Kg) -> None:
    store = str(tmp_path / "kg.db")
    store_of(Path(store), ["York/Place hired Bo/Person", "Ann/Person spouse_of Ann/Person"]).close()
    code, out, err = kg("validate", "--store", store)
    assert code == 1
    assert [line for line in out.splitlines() if "#s-" not in line] == [
        "York (Place): The subject of “hired” must be an agent.",
        "  York → hired → Bo  (kept out)",
        "    York/Place hired Bo/Person — Vera Lind",
        "",
        "Ann (Person): Nobody is their own spouse.",
        "  Ann → spouse_of → Ann",
        "    Ann/Person spouse_of Ann/Person — Vera Lind",
    ]
    assert err == "2 violations: 1 of the ontology (1 statement kept out of the plain triples), 1 of other shapes.\n"
    code, out, _ = kg("validate", "--store", store, "--format", "json")
    given = json.loads(out)
    assert (code, given["conforms"], len(given["violations"])) == (1, False, 2)
    assert given["violations"][0]["evidence"][0]["evidence"] == {"start": 0, "end": 26, "text": "York/Place hired Bo/Person"}
    code, out, _ = kg("validate", "--store", store, "--format", "turtle")
    assert (code, out.count("a sh:ValidationResult")) == (1, 2)
    assert kg("validate", "--store", store, "--format", "turtle")[1] == out


def test_kg_validate_of_a_store_that_conforms(tmp_path: Path, kg: Kg) -> None:
    store = str(tmp_path / "kg.db")
    store_of(Path(store), ["Ann/Person hired Bo/Person"]).close()
    assert kg("validate", "--store", store) == (0, "", "Nothing violates the ontology or a shape.\n")


def test_without_py_shacl_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyshacl", None)
    with pytest.raises(KgError, match=r"pip install 'accordingto\[shacl\]'"):
        validate(OxigraphStore(), load())


@pytest.mark.parametrize(
    ("shape", "why"),
    [
        ("a sh:NodeShape ; sh:targetClass kg:Person ; sh:property [ sh:maxCount 1 ]", "A shape can't be understood"),
        ("a sh:NodeShape ; sh:targetClass kg:Agent ; sh:minCount 1", "A shape can't be understood"),
        ('a sh:NodeShape ; sh:sparql [ sh:select "SELECT $this { SERVICE <http://192.0.2.1/> { $this ?p ?o } }" ]', "SERVICE"),
        ('a sh:NodeShape ; sh:targetClass kg:Person ; sh:sparql [ sh:select "SELECT" ]', "A shape can't be understood|can't be checked"),
        ("a sh:NodeShape ; sh:targetClass ", "this isn't Turtle"),
    ],
)
def test_what_is_no_shape_is_refused_in_a_sentence(tmp_path: Path, shape: str, why: str) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(f"@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix kg: <{NS}> .\n<urn:own:shape> {shape} .", encoding="utf-8")
    with pytest.raises(OntologyError, match=why):
        validate(store_of(None, ["Ann/Person hired Bo/Person"]), load(), reading.read([path]))


def test_shapes_in_an_ontologys_folder_are_no_part_of_the_ontology(tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text("<urn:x:Firm> a <http://www.w3.org/2002/07/owl#Class> .", encoding="utf-8")
    before = load([tmp_path])
    (tmp_path / "shapes.ttl").write_text(
        "<urn:x:Firm> a <http://www.w3.org/ns/shacl#NodeShape> . <urn:x:F> a <urn:x:Firm> .", encoding="utf-8"
    )
    assert load([tmp_path]) == before
    assert reading.files([tmp_path])[1:] == [tmp_path / "shapes.ttl"]
    assert len(reading.read(reading.files([tmp_path]))) == len(OWN) + 2


def test_kg_validate_tells_of_another_ontology_than_the_stores(tmp_path: Path, kg: Kg) -> None:
    store_of(tmp_path / "store", ["Ann/Person hired Bo/Person"]).close()
    (tmp_path / "own.ttl").write_text("<urn:x:Firm> a <http://www.w3.org/2002/07/owl#Class> .", encoding="utf-8")
    ended = kg("validate", "--store", str(tmp_path / "store"), "--ontology", str(tmp_path / "own.ttl"))
    assert "was built with another ontology" in ended[2]
    assert "was built with another ontology" not in kg("validate", "--store", str(tmp_path / "store"))[2]


def test_kg_ontology_shapes_writes_them(tmp_path: Path, kg: Kg) -> None:
    out = tmp_path / "made.ttl"
    assert kg("ontology", "shapes", str(out)) == (0, "", "")
    assert "kg:hiredShape" in out.read_text(encoding="utf-8")


def test_of_two_dates_where_one_may_be_it_is_told_that_they_are_too_many(tmp_path: Path) -> None:
    (tmp_path / "dates.ttl").write_text(
        f"""@prefix kg: <{NS}> . @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        kg:began_on a owl:DatatypeProperty , owl:FunctionalProperty ; rdfs:label "began on" ; rdfs:domain kg:Organization ;
            rdfs:range <http://www.w3.org/2001/XMLSchema#date> ; kg:example "[Norvale Group] was founded in [1998]." .""",
        encoding="utf-8",
    )
    ontology = load([tmp_path / "dates.ttl"])
    lines = ["Lorne/Organization began_on 1961", "Lorne/Organization began_on 1971"]
    article = Article("lines.txt", "\n".join(lines), (), "lines", publisher="Gazette")
    year = "http://www.w3.org/2001/XMLSchema#gYear"
    store = OxigraphStore()
    ends = [article.text.index(line) + len(line) for line in lines]
    dated = [
        replace(_statement(article, line), object=Value(line[-4:], line[-4:], year), object_span=Span(end - 4, end))
        for line, end in zip(lines, ends, strict=True)
    ]
    Editor(store, ontology).put(article, dated, Versions("model", "ontology", "code"))
    (one,) = validate(store, ontology).violations
    assert (one.message, len(one.evidence), len(one.kept_out)) == ("“began on” has one object at most.", 2, 2)
