"""What was missed and what is wrong, and why."""

from __future__ import annotations

import json

from kg.evaluation.errors import Cause, errors
from kg.evaluation.report import WordingUse, as_json, report
from tests.evaluation.fixture import COMPARISONS, ONTOLOGY

ERRORS = errors(COMPARISONS, ONTOLOGY)
REPORT = report(COMPARISONS, ONTOLOGY)


def causes(kind: str) -> dict[str, tuple[Cause, str]]:
    return {f"{e.subject} {e.relation} {e.object}": (e.cause, e.detail) for e in ERRORS if e.kind == kind}


def test_why_facts_were_missed() -> None:
    assert causes("missed") == {
        "Ann Sorrel founded Sorrel Clinic": (Cause.ENTITY, "Ann Sorrel, Sorrel Clinic"),
        "Petra Lune criticized Nils Amory": (Cause.ROLES, ""),
        "Corvin Dredging competes_with Straw Marine": (Cause.STATUS, "found as negated"),
        "Petra Lune defeated Nils Amory": (Cause.OTHER_RELATION, "found Nils Amory criticized Petra Lune"),
        "Ivor Teale leads Dunmore Quarries": (Cause.OTHER_RELATION, "found Ivor Teale works_for Dunmore Quarries"),
        "Rosa Pell works_for Pell Stone": (Cause.OTHER_RELATION, "found Rosa Pell leads Pell Stone"),
        "Dunmore Quarries dismissed Bram Oakes": (Cause.STATUS, "found as affirmed"),
        "None charged Ivor Teale": (Cause.WRONG_ENTITY, "found Dunmore Quarries charged Ivor Teale"),
        "Olga Brandt holds_office Mayor": (Cause.ENTITY, "Mayor"),
        "Olga Brandt lives_in Ashby": (Cause.WRONG_ENTITY, "found Olga Brandt lives_in town"),
        "Olga Brandt supports Dunmore Quarries": (Cause.WORDING, ""),
        "Bram Oakes born_in Ashby": (Cause.CLASS, "Ashby taken for Organization"),
    }


def test_why_facts_are_wrong() -> None:
    assert causes("wrong") == {
        "Nils Amory criticized Petra Lune": (Cause.ROLES, ""),
        "Corvin Dredging competes_with Straw Marine": (Cause.STATUS, "it is affirmed"),
        "Ivor Teale works_for Dunmore Quarries": (Cause.OTHER_RELATION, "it is Ivor Teale leads Dunmore Quarries"),
        "Dunmore Quarries dismissed Bram Oakes": (Cause.STATUS, "it is negated"),
        "Dunmore Quarries charged Ivor Teale": (Cause.WRONG_ENTITY, "it is someone charged Ivor Teale"),
        "police charged Bram Oakes": (Cause.ENTITY, "police"),
        "Olga Brandt lives_in town": (Cause.WRONG_ENTITY, "it is Olga Brandt lives_in Ashby"),
        "Olga Brandt visited Ashby": (Cause.OTHER_RELATION, "it is Olga Brandt lives_in Ashby"),
        "Rosa Pell leads Pell Stone": (Cause.OTHER_RELATION, "it is Rosa Pell works_for Pell Stone"),
        "May paid police": (Cause.ENTITY, "May, police"),
        "Bram Oakes criticized Ivor Teale": (Cause.NOT_STATED, ""),
    }


def test_right_facts_with_a_wrong_status_or_source() -> None:
    assert causes("inexact") == {
        "Corvin Dredging sued Harbour Board": (Cause.SOURCE, "an unnamed source instead of Tide Gazette"),
        "Harbour Board met_with Corvin Dredging": (Cause.STATUS, "it is planned"),
        "Straw Marine funded Harbour Board": (Cause.STATUS, "it is planned"),
        "National Stone Council penalized Dunmore Quarries": (Cause.SOURCE, "the Ashby Herald instead of the article"),
        "National Stone Council sued Dunmore Quarries": (Cause.STATUS, "it is possible"),
        "Dunmore Quarries hired Lena Frost": (Cause.SOURCE, "the Ashby Herald, Ivor Teale instead of Ashby Herald"),
        "Dunmore Quarries acquired Frost Works": (Cause.STATUS, "it is planned"),
        "Dunmore Quarries owns Old Pit": (Cause.SOURCE, "the article instead of Ivor Teale"),
    }


def test_every_error_has_its_words() -> None:
    assert not [one for one in ERRORS if not one.evidence]
    assert {one.relation for one in ERRORS if one.danger} == {"dismissed", "funded", "sued"}


def test_wordings_that_match_wrongly_come_with_how_often() -> None:
    assert REPORT.wordings[0] == WordingUse("charged", "[The police] charged [Dana Whitlock].", 2, 0)
    assert not [one for one in REPORT.wordings if not one.wrong]
    assert REPORT.lacking == {"supports": 1}
    assert REPORT.causes["wrong"]["status"] == 2


def test_programs_get_all_of_it() -> None:
    plain = json.loads(json.dumps(as_json(COMPARISONS, ONTOLOGY, with_errors=True)))
    assert set(as_json(COMPARISONS, ONTOLOGY, with_errors=False)) < set(plain)
    assert plain["relations"]["leads"] == {"right": 1, "found": 2, "gold": 2, "precision": 0.5, "recall": 0.5}
    assert len(plain["errors"]) == len(ERRORS)
    assert plain["errors"][0]["cause"] == "entity unknown"
