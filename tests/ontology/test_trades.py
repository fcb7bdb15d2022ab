"""Ten ontologies of users in ten trades, with sentences written by people who didn't see the matcher: how many facts are found."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language

from tests.ontology.users import measure, report

TRADES = Path(__file__).with_name("trades")
ENOUGH = 0.8


def test_one_example_is_enough_in_every_trade(nlp: Language) -> None:
    found = [*measure(nlp, TRADES)]
    assert len({one.trade for one in found}) == 10
    assert sum(one.found for one in found) >= ENOUGH * len(found), "\n".join(report(found))
