"""What `kg ontology check` finds, where, and what it says to do: one small broken ontology for each finding."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console
from spacy.language import Language

from kg.language.model import load_model
from kg.ontology.checking.check import Report, check, inspect
from kg.ontology.checking.findings import Finding, Severity
from kg.ontology.checking.text import as_json, show
from kg.ontology.checking.written import written
from kg.ontology.load import ontology_of
from kg.ontology.sources import sources

PREFIXES = """@prefix : <https://example.org/port#> .
@prefix kg: <https://w3id.org/accordingto#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
:Firm a owl:Class ; rdfs:label "firm" ; kg:ner_label "ORG" , "PERSON" ; kg:speaks true ; kg:default true .
:Ship a owl:Class ; rdfs:label "tanker" .
:Harbour a owl:Class ; rdfs:label "harbour" .
:paying a kg:WordClass ; skos:prefLabel "pay" ; skos:altLabel "hand" .
"""
WHOLE = """:insured a owl:ObjectProperty ; rdfs:label "insured" ; rdfs:domain :Firm ; rdfs:range :Ship ;
    kg:example "[Northern Mutual] insured [the tanker]." .
"""
Check = Callable[[str], Report]


@pytest.fixture(scope="module")
def model() -> Language:
    return load_model()


@pytest.fixture
def checked(model: Language, tmp_path: Path) -> Check:
    def one(text: str) -> Report:
        path = tmp_path / "port.ttl"
        path.write_text(text, encoding="utf-8")
        return check([path], model)

    return one


def brief(one: Finding) -> tuple[str, str, int | None, int | None]:
    place = one.place
    return one.severity.value, one.kind, place.line if place else None, place.column if place else None


def test_nothing_is_found_where_nothing_is_wrong(checked: Check) -> None:
    report = checked(PREFIXES + WHOLE)
    assert report.findings == ()
    assert [*report.recalls] == ["insured"]


INSURED = WHOLE.removesuffix(" .\n")
RELATION = ':insured a owl:ObjectProperty ; rdfs:label "insured" ; rdfs:domain :Firm ; rdfs:range :Ship'
OWNS = ':owns a owl:ObjectProperty ; rdfs:label "owns" ; rdfs:domain :Firm ; rdfs:range'
PAYS = ':p a owl:ObjectProperty ; rdfs:label "p" ; rdfs:domain :Firm ; rdfs:range :Ship ; kg:example §"[A] {paying:handed} [B]." .'
CHAINED = "a owl:ObjectProperty ; rdfs:label 'p' ; owl:propertyChainAxiom"
UNSURE = "[Mara Jones] spoke ill of [Dana Whitlock]."
UNTAUGHT = ":covers a owl:ObjectProperty ; rdfs:label 'covers' . :insured_by a owl:ObjectProperty ; rdfs:label 'insured by' ."
COUNTER = '"[Eastern Mutual] insured [the tanker]."'
FIRES = 'states insured too, by "[Northern Mutual] insured [the tanker].": demand other classes'


@pytest.mark.parametrize(
    ("text", "severity", "kind", "says"),
    [
        (":a :b \n  §é .", "error", "syntax", "correct it there"),
        ("§:p a owl:ObjectProperty ; rdfs:domain :Firm , :Ship .", "error", "refused", "join them in one owl:unionOf"),
        (':Firm §rdfs:lable "firm" .', "error", "unknown", "property rdfs:lable, which isn't known: did you mean label?"),
        (f'{RELATION} ; §kg:exmaple "x" .', "error", "unknown", "did you mean example?"),
        (":x a §kg:Wordclass .", "error", "unknown", "type kg:Wordclass, which isn't known: did you mean WordClass?"),
        (":aurora a §:Shp .", "error", "unknown", "did you mean Ship?"),
        (":Tug a owl:Class ; rdfs:subClassOf §:Shp ; rdfs:label 'tug' .", "error", "unknown", "super-class Shp is no class"),
        (WHOLE.replace(":Ship", "§:Sihp"), "error", "unknown", "range Sihp is no class of this ontology: did you mean Ship?"),
        (WHOLE.replace(":Ship", "§:Nix").replace(":Firm", ":Nix"), "error", "unknown", "range Nix is no class"),
        (WHOLE.replace(":Ship", "§<urn:x#Y>"), "warning", "unknown", "so that nothing is one"),
        (WHOLE.replace(":Ship", "§kg:Agnet"), "error", "unknown", "did you mean Agent?"),
        (WHOLE.replace(":Ship", "§:paying"), "error", "unknown", "is described, but not as a class"),
        (f"{INSURED} ; owl:inverseOf §:insurd_by .\n:insured_by a owl:ObjectProperty .", "error", "unknown", "mean insured_by?"),
        (f"{INSURED} ; kg:also §:insures .", "error", "unknown", "did you mean insured?"),
        (f"{INSURED} ; owl:propertyChainAxiom ( :insured §:pwns ) .", "error", "unknown", "pwns is no relation"),
        ("§:Bank rdfs:subClassOf :Firm .", "warning", "untyped", "Bank has no type and so no effect"),
        (f"§{RELATION} .", "warning", "incomplete", "insured has no example: it will never be found"),
        ("§" + WHOLE.replace(" rdfs:label", " rdfs:comment"), "warning", "incomplete", "insured has no label"),
        ("§" + WHOLE.replace("rdfs:domain :Firm ;", ""), "warning", "incomplete", "insured has no domain"),
        ("§" + WHOLE.replace("rdfs:range :Ship ;", ""), "warning", "incomplete", "insured has no range"),
        ("§:Tug a owl:Class .", "warning", "incomplete", "only its own name tells it: add a skos:prefLabel"),
        (":Ship rdfs:subClassOf §:Tug . :Tug a owl:Class ; rdfs:subClassOf :Ship .", "error", "cycle", "Ship and Tug are sub-"),
        (":Ship rdfs:subClassOf §:Ship .", "error", "cycle", "Ship is below itself"),
        (
            f"{INSURED} ; rdfs:subPropertyOf §:p .\n:p {CHAINED} ( :p :p ) ; rdfs:subPropertyOf :insured .",
            "error",
            "cycle",
            "insured and p",
        ),
        (f"{WHOLE}§:p {CHAINED} ( :insured :q ) .\n:q {CHAINED} ( :insured :p ) .", "error", "cycle", "chains of p and q give themselves"),
        (f'{RELATION} ; kg:example §"[A insured [B]." .', "error", "example", "bracket that isn't closed"),
        (f'{RELATION} ; kg:example §"[A] insured [o/Shop:B]." .', "error", "example", "class Shop, which the ontology doesn't have: did"),
        (f'{RELATION} ; kg:example §"[A] {{payng:paid}} for [B]." .', "error", "example", "did you mean paying?"),
        (f'{RELATION} ; kg:example §"[A] insured [o/Harbour:B]." .', "warning", "example", "insured's range excludes"),
        (
            f'{RELATION} ; kg:example §"[A] pays [B]." ; kg:counter_example "[A] pays [B]." .',
            "error",
            "example",
            "is an example and a counter",
        ),
        (f'{RELATION} ; kg:example §"[A] has [B]." .', "error", "no pattern", "is too general"),
        (f'{RELATION} ; kg:example §"{UNSURE}" .', "warning", "unsure", "2 × speak(obj: ill(of: OBJECT), subj: SUBJECT)"),
        (f'{WHOLE}{OWNS} :Ship ; kg:example §"[A] insured [B]." .', "error", "clash", "leave the wording to one of them"),
        (f'{WHOLE}{OWNS} :Ship ; kg:example "[A] paid [B]." .\n{PAYS}', "warning", "clash", 'in sentences with "pay" that fit both'),
        (f'{WHOLE}{OWNS} :Ship ; kg:example §"[Northern Mutual] paid to insure [the tanker]." .', "warning", "fires", FIRES),
        (f'{RELATION} ; kg:example §"[Northern Mutual] insured [the harbour]." .', "warning", "not read", "kg ontology try"),
        (f"{INSURED} ; kg:counter_example §{COUNTER} .", "warning", "counter-example", "give it more words"),
    ],
)
def test_finding(checked: Check, text: str, severity: str, kind: str, says: str) -> None:
    before, _, after = (PREFIXES + text).partition("§")
    found = [one for one in checked(before + after).findings if says in one.sentence]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert [brief(one) for one in found] == [(severity, kind, line, column)]
    assert found[0].sentence.endswith((".", "?"))
    assert found[0].place is not None
    assert found[0].place.file.endswith("port.ttl")


@pytest.mark.parametrize(
    "text",
    [
        f"{INSURED} ; rdfs:subPropertyOf :covers ; owl:inverseOf :insured_by .\n{UNTAUGHT}",
        f"{WHOLE}:p {CHAINED} ( :insured :p ) .",
        f'{WHOLE}{OWNS} :Ship ; kg:also :insured ; kg:example "[Eastern Mutual] insured [the tanker]." .',
        f'{WHOLE}{OWNS} :Ship ; kg:alternative :insured ; kg:example "[Eastern Mutual] insured [the tanker]." .',
        f'{WHOLE}{OWNS} :Harbour ; kg:example "[Eastern Mutual] insured [the harbour]." .',
        f'{WHOLE}:n a owl:DatatypeProperty ; rdfs:label "n" ; rdfs:domain :Firm ; kg:example "[Northern Mutual] employs [140] people." .',
        f'{INSURED} , "[Northern Mutual], the insurer of [the tanker]" .',
        f"{WHOLE}:Firm rdfs:subClassOf <https://schema.org/Organization> ; rdfs:seeAlso <https://example.com/x> ; <urn:x#y> 1 .",
    ],
    ids=["super and inverse", "chain", "also", "alternative", "classes apart", "literal", "nouns", "other vocabularies"],
)
def test_what_is_as_it_should_be_is_no_finding(checked: Check, text: str) -> None:
    assert [one.sentence for one in checked(PREFIXES + text).findings] == []


def test_ours_has_no_errors(nlp: Language) -> None:
    found = sources(None)
    _, _, findings = inspect(ontology_of(found), written(found.documents), nlp)
    assert [one.sentence for one in findings if one.severity is Severity.ERROR] == []
    assert all(one.place is not None for one in findings)


def test_each_file_is_told_its_faults(model: Language, tmp_path: Path) -> None:
    for name in ("a.ttl", "b.ttl"):
        (tmp_path / name).write_text(PREFIXES + "\n:a :b .", encoding="utf-8")
    (tmp_path / "c.ttl").write_text(PREFIXES + ':Firm rdfs:lable "x" .', encoding="utf-8")
    found = check([tmp_path, tmp_path / "none.ttl"], model).findings
    assert [(Path(one.place.file).name, one.kind) if one.place else (None, one.kind) for one in found] == [
        ("a.ttl", "syntax"),
        ("b.ttl", "syntax"),
        ("c.ttl", "unknown"),
        (None, "refused"),
    ]


def test_what_stands_beside_ours_is_checked_with_it_and_tried_alone(checked: Check) -> None:
    relation = ':insured a owl:ObjectProperty ; rdfs:label "insured" ; rdfs:domain kg:Agent ; rdfs:range kg:Agent ;'
    examples = ' kg:example "[Norvale Group] insured [the vendor]." , "[Norvale Group] {suing:sued} [the vendor]." .'
    words = ':suing a kg:WordClass ; skos:prefLabel "sue" .'
    report = checked(PREFIXES[: PREFIXES.index(":Firm")] + relation + examples + words)
    assert [*report.recalls] == ["insured"]
    assert {one.kind for one in report.findings} == {"clash", "fires"}
    assert all(one.place is not None and one.place.file.endswith("port.ttl") for one in report.findings)
    assert any(one.sentence.startswith('"[Norvale Group] {suing:sued} [the vendor]." says insured where') for one in report.findings)


@pytest.mark.parametrize(
    "text",
    [
        PREFIXES + "".join(f":C{n} a owl:Class ; rdfs:label 'c' ; rdfs:subClassOf :C{n + 1} .\n" for n in range(3000)),
        PREFIXES + "".join(f":Firm kg:unknown{n} :Shipp{n} .\n" for n in range(20_000)),
        PREFIXES + RELATION + ' ; kg:example "[s: ' + " " * 300_000 + '" .',
        PREFIXES + '"""' + "[" * 1_000_000,
        PREFIXES + RELATION + " ; kg:example " + " , ".join(f'"[A] insured{n} [B"' for n in range(5_000)) + " .",
    ],
    ids=["deep", "unknown", "blank", "open", "examples"],
)
def test_hostile_ontologies_end_soon(checked: Check, text: str) -> None:
    start = time.perf_counter()
    assert checked(text).number(Severity.ERROR) > 0
    assert time.perf_counter() - start < 30


def shown(report: Report, *, all_of_them: bool = False) -> str:
    out = io.StringIO()
    show(report, Console(file=out, width=160, highlight=False, markup=False, emoji=False), all_of_them=all_of_them)
    return out.getvalue()


def test_a_report_is_text_or_json(checked: Check) -> None:
    others = "".join(f' , "[Northern Mutual] {verb} [the harbour]."' for verb in ("bought", "leased", "rented", "repaired"))
    report = checked(PREFIXES + INSURED + others + " .\n:Bank rdfs:subClassOf :Firm .")
    text = shown(report)
    assert "port.ttl:12:1: warning: Bank has no type" in text
    assert "(3 more like this of insured: --verbose)" in text
    assert "\x1b" not in text
    assert len(shown(report, all_of_them=True).splitlines()) > len(text.splitlines())
    assert text.splitlines()[-1] == f"0 errors, {len(report.findings)} warnings"
    data = json.loads(json.dumps(as_json(report)))
    assert (data["errors"], data["warnings"]) == (0, len(report.findings))
    assert {"severity", "kind", "file", "line", "column", "term", "sentence"} == set(data["findings"][0])
    assert data["recall"]["insured"]["fillers"]["tried"] == 5
