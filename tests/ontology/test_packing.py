"""Compiled wordings are kept, and of a changed ontology only what is new is parsed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.language import Language

from kg.cache import wordings
from kg.ontology import cache
from kg.ontology.compile import Compiled, Votes, compile_ontology
from kg.ontology.load import load
from kg.ontology.packing import pack, pack_votes, unpack, unpack_votes

TERMS = """@prefix : <https://example.org/quarry#> . @prefix kg: <https://w3id.org/accordingto#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
:Firm a owl:Class . :Pit a owl:Class ; skos:prefLabel "pit" .
:working a kg:WordClass ; skos:prefLabel "dig" ; skos:altLabel {words} .
:works a owl:ObjectProperty ; kg:example {examples} ; kg:counter_example "[Norvale] {{working:digs}} [the pit] a grave." .
"""
EXAMPLES = ("[Norvale] {working:digs} [o/Pit:the pit].", "[Norvale] closed [the pit].", "[Norvale] is [the pit].", "[Norvale dug.")


class Counting:
    """A pipeline that keeps what it was asked to parse."""

    def __init__(self, nlp: Language) -> None:
        self.nlp, self.texts = nlp, list[str]()
        self.meta = nlp.meta

    def pipe(self, texts: Iterator[str], **options: int) -> object:
        asked = list(texts)
        self.texts += asked
        return self.nlp.pipe(asked, **options)  # type: ignore[call-overload]


@pytest.fixture
def counting(nlp: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Counting]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with nlp.select_pipes(disable=["kg_blocks", "kg_parse", "kg", "ner"]):
        yield Counting(nlp)


def compiled(counting: Counting, folder: Path, *examples: str, words: str = "quarry") -> Compiled:
    path = folder / "quarry.ttl"
    path.write_text(TERMS.format(words=f'"{words}"', examples=" , ".join(f'"{one}"' for one in examples)))
    counting.texts.clear()
    return cache.compiled(load([path]), counting)  # type: ignore[arg-type]


def test_they_come_back_as_they_were(counting: Counting, tmp_path: Path) -> None:
    found = compiled(counting, tmp_path, *EXAMPLES)
    assert {one.example for one in found.patterns} > set(EXAMPLES[:2])
    assert len(found.doubts) >= 2
    assert unpack(pack(found)) == found
    votes: dict[str, Votes] = {}
    compile_ontology(load([tmp_path / "quarry.ttl"]), counting, votes)  # type: ignore[arg-type]
    assert len(votes) == 4
    assert [*unpack_votes(pack_votes(votes)).items()] == [*votes.items()]


@pytest.mark.parametrize(
    "data", [b"", b"nonsense", b"[]", b"null", b'{"nodes":[[0]],"sets":[]}', b'{"nodes":[],"sets":[],"patterns":[[1]]}']
)
def test_what_is_no_pack_is_a_value_error(data: bytes) -> None:
    for read in (unpack, unpack_votes):
        with pytest.raises(ValueError):  # noqa: PT011  # of whatever kind
            read(data)


def test_the_same_ontology_is_compiled_once(counting: Counting, tmp_path: Path) -> None:
    first = compiled(counting, tmp_path, *EXAMPLES)
    assert counting.texts
    assert compiled(counting, tmp_path, *EXAMPLES) == first
    assert counting.texts == []


def test_spoilt_files_are_made_again(counting: Counting, tmp_path: Path) -> None:
    first = compiled(counting, tmp_path, *EXAMPLES)
    for path in wordings().folder.iterdir():
        path.write_bytes(b"nonsense")
    assert compiled(counting, tmp_path, *EXAMPLES) == first
    assert counting.texts


def test_only_new_examples_are_parsed(counting: Counting, tmp_path: Path) -> None:
    first = compiled(counting, tmp_path, *EXAMPLES)
    more = compiled(counting, tmp_path, *EXAMPLES, "[Norvale] mined [the pit].")
    assert counting.texts
    assert all(" mined " in text for text in counting.texts)
    assert set(more.patterns) - set(first.patterns) == {one for one in more.patterns if "mined" in one.example}
    wordings().clear()
    assert compiled(counting, tmp_path, *EXAMPLES, "[Norvale] mined [the pit].") == more


def test_another_word_in_a_class_touches_the_examples_that_name_it(counting: Counting, tmp_path: Path) -> None:
    compiled(counting, tmp_path, *EXAMPLES)
    other = compiled(counting, tmp_path, *EXAMPLES, words="hollow out")
    assert counting.texts
    assert all(" digs " in text for text in counting.texts)
    assert {word for one in other.patterns for word in one.root.lemmas} == {"dig", "hollow out"}
