"""What else says the same of a literal."""

from __future__ import annotations

import pytest

from kg.ontology.paraphrases import paraphrases
from kg.ontology.patterns import Node, in_words

XSD = "http://www.w3.org/2001/XMLSchema#"
OWNER = Node("subject")


def value(kind: str = "integer", lemma: str = "") -> Node:
    return Node("value", lemma, datatype=XSD + kind)


def noun(lemma: str, *edges: tuple[str, Node]) -> Node:
    return Node("literal", lemma, edges=edges)


def said(node: Node) -> list[str]:
    return [in_words(one, {}) for one in paraphrases(node)]


ATTRIBUTE = {
    "OBJECT/integer(holder: staff(poss: SUBJECT))",
    "have(obj: staff, of: OBJECT/integer, subj: SUBJECT)",
    "staff(compound: OBJECT/integer, poss: SUBJECT)",
    "staff(holder: OBJECT/integer, poss: SUBJECT)",
    "staff(of: OBJECT/integer, poss: SUBJECT)",
}
COUNT = {
    "have(obj: OBJECT:bed/integer, subj: SUBJECT)",
    *(f"OBJECT:bed/integer({role}: SUBJECT)" for role in ("poss", "of", "at")),
    "SUBJECT(with: OBJECT:bed/integer)",
}


@pytest.mark.parametrize(
    "node",
    [
        noun("staff", ("holder", value()), ("poss", OWNER)),
        Node("value", edges=(("holder", noun("staff", ("poss", OWNER))),), datatype=XSD + "integer"),
        noun("have", ("obj", noun("staff")), ("of", value()), ("subj", OWNER)),
    ],
)
def test_an_attribute(node: Node) -> None:
    assert set(said(node)) == ATTRIBUTE


@pytest.mark.parametrize(
    "node",
    [
        noun("have", ("obj", value(lemma="bed")), ("subj", OWNER)),
        Node("value", "bed", edges=(("poss", OWNER),), datatype=XSD + "integer"),
        Node("value", "bed", edges=(("at", OWNER),), datatype=XSD + "integer"),
    ],
)
def test_a_count(node: Node) -> None:
    assert set(said(node)) == COUNT


def test_a_text_is_only_what_something_is_said_to_be() -> None:
    node = noun("slogan", ("holder", value("string")), ("poss", OWNER))
    assert set(said(node)) == {"slogan(holder: OBJECT/string, poss: SUBJECT)", "OBJECT/string(holder: slogan(poss: SUBJECT))"}


def test_what_else_a_noun_takes_stays_with_it() -> None:
    node = noun("have", ("obj", noun("share", ("compound", noun("market")))), ("of", value("decimal")), ("subj", OWNER))
    assert "share(compound: market, of: OBJECT/decimal, poss: SUBJECT)" in said(node)


def test_a_dates_preposition_tells_nothing() -> None:
    node = noun("open", ("on", value("date")), ("subj", OWNER))
    assert said(node) == [f"open({role}: OBJECT/date, subj: SUBJECT)" for role in ("in", "on", "when")]


@pytest.mark.parametrize(
    "node",
    [
        noun("employ", ("obj", value()), ("subj", OWNER)),
        noun("have", ("obj", value()), ("subj", OWNER)),
        noun("have", ("in", noun("town")), ("obj", value(lemma="bed")), ("subj", OWNER)),
        noun("report", ("obj", noun("revenue")), ("of", value("decimal")), ("subj", OWNER)),
        noun("open", ("since", value("date")), ("subj", OWNER)),
        noun("hire", ("obj", Node("object")), ("subj", OWNER)),
        Node("value", edges=(("holder", OWNER),), datatype=XSD + "integer"),
    ],
)
def test_all_else_says_only_itself(node: Node) -> None:
    assert paraphrases(node) == [node]
