"""A sentence that breaks a layer costs only itself, and is reported with article, place and layer."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from spacy.language import Language

from kg.article import Article, Block, Role
from kg.extractors.articles import read_articles
from kg.language.notes import problems
from kg.language.pipeline import statements
from kg.language.tokens import Token
from kg.statement import Entity

BEFORE = "Halden Foods hired Brackwell Systems in March 2019. Helen Marsh, its chief executive, said it paid $5 million."
BAD = "“We bought Pell Insurance for $3 million in May 2018,” said Owen Strand, the mayor, who owns Quorvex."
AFTER = "Lindmark Capital owns Redfern Logistics. It sued Vantor Energy, Carla Reyes said."
TEXT = f"{BEFORE} {BAD} {AFTER}"
START = TEXT.index(BAD)

Facts = list[tuple[str, str | None, str]]


def bad(token: Token) -> bool:
    return any(other.text == "Quorvex" for other in token.sent)


FAULTS: list[tuple[str, str, Callable[..., bool]]] = [
    ("mentions", "kg.language.mentions.phrase", bad),
    ("mentions", "kg.language.names._told", lambda doc, name, words, nouns: bad(doc[name.start])),
    ("propositions", "kg.language.propositions._of_token", lambda token, names: bad(token)),
    ("attribution", "kg.language.attribution.layer.by_verb", bad),
    ("attribution", "kg.language.attribution.verbs.complements", bad),
    ("coreference", "kg.language.coreference.describe", lambda scene, n, mention: bad(scene.doc[mention.head])),
    ("coreference", "kg.language.naming._tell_gender", lambda scene, entity, mention: bad(scene.doc[mention.head])),
    ("certainty", "kg.language.certainty._of_token", lambda token, asked: bad(token)),
    ("quantities", "kg.language.quantities._at", lambda doc, i: bad(doc[i])),
    ("times", "kg.language.times.edtf", lambda words, published: "2018" in words),
    ("statements", "kg.extractors.wordings._surest", lambda doc, match, certain: bad(doc[match.trigger])),
    ("statements", "kg.extractors.wordings.when", lambda doc, match, moments, object_: bad(doc[match.trigger])),
]


def read(nlp: Language, text: str) -> tuple[Facts, tuple[str, ...]]:
    """What a text states, and what went wrong."""
    article = Article("a.txt", text, (Block(0, len(text), Role.PARAGRAPH),), "a")
    ((_, doc),) = read_articles(nlp, [article])
    return [(one.relation, _label(one.subject), one.object.label) for one in statements(doc)], problems(doc)


def _label(entity: Entity | None) -> str | None:
    return entity.label if entity is not None else None


def break_where(monkeypatch: pytest.MonkeyPatch, target: str, fails: Callable[..., bool]) -> None:
    """Make a function raise where `fails` says so of its arguments."""
    module, _, name = target.rpartition(".")
    real = getattr(import_module(module), name)

    def broken(*given: Any, **named: Any) -> Any:
        if fails(*given, **named):
            raise ArithmeticError("no luck")
        return real(*given, **named)

    monkeypatch.setattr(target, broken)


@pytest.fixture(scope="module")
def others(nlp: Language) -> Facts:
    """What the sentences before and behind state by themselves."""
    return read(nlp, BEFORE)[0] + read(nlp, AFTER)[0]


def test_all_of_it_is_read_where_nothing_breaks(nlp: Language, others: Facts) -> None:
    found, told = read(nlp, TEXT)
    assert set(found) > set(others)
    assert len(others) > 3
    assert told == ()


@pytest.mark.parametrize(("layer", "target", "fails"), FAULTS, ids=[target.removeprefix("kg.") for _, target, _ in FAULTS])
def test_a_sentence_that_breaks_a_layer(
    nlp: Language, monkeypatch: pytest.MonkeyPatch, others: Facts, layer: str, target: str, fails: Callable[..., bool]
) -> None:
    break_where(monkeypatch, target, fails)
    found, told = read(nlp, TEXT)
    assert found == others
    reason = f"at character {START} the layer of {layer} failed (ArithmeticError: no luck)"
    assert told == (f"a.txt: {reason}, so statements of this sentence may be missing.",)


def test_two_sentences_that_break_a_layer(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    break_where(monkeypatch, "kg.language.mentions.phrase", lambda head: bad(head) or head.sent.text.startswith("Helen"))
    found, told = read(nlp, TEXT)
    assert {row[1] for row in found} >= {"Halden Foods", "Lindmark Capital"}
    assert [f"character {one}" in note for one, note in zip((TEXT.index("Helen"), START), told, strict=True)] == [True, True]


def test_a_layer_that_fails_whatever_it_reads_is_left_out(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, _ = read(nlp, TEXT)
    break_where(monkeypatch, "kg.language.quantities._found", lambda doc: True)
    found, told = read(nlp, TEXT)
    assert found == whole
    assert told == ("a.txt: the layer of quantities failed (ArithmeticError: no luck), so statements may be missing.",)
