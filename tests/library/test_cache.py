"""What is kept between runs: bounded, cleared on demand, done without where it can't be read or written."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.article import Article, Block, Role
from kg.cache import Cache, Contents, caches, folder
from kg.cli.main import main
from kg.extractors.articles import read_articles
from kg.language.blocks import make_doc
from kg.language.notes import problems
from kg.language.parsing import Parse
from kg.language.pipeline import statements
from tests.gold.corpus import articles

TEXT = "Tarnwick Freight hired Ostrel Guarding. Sens. Lee and Park denied it, and hoped that Procom operates two plants in Ohio."


def article(key: str, text: str, blocks: tuple[Block, ...] = (), published: str | None = None) -> Article:
    return Article(key, text, blocks, key, published=published)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for all caches."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def test_what_is_kept_is_found_again() -> None:
    cache = Cache("some", 1000)
    assert cache.read("one") is None
    cache.write("one", b"1")
    cache.write("one", b"2")
    assert cache.read("one") == b"2"
    assert cache.contents() == Contents(1, 1)
    assert cache.clear() == Contents(1, 1)
    assert cache.read("one") is None


def test_what_was_used_longest_ago_goes_first() -> None:
    for n in range(10):
        Cache("some", 1000).write(str(n), bytes(100))
        os.utime(folder() / "some" / str(n), ns=(n, n))
    assert Cache("some", 1000).read("0") is not None
    Cache("some", 1000).write("new", bytes(100))
    left = {n for n in (*map(str, range(10)), "new") if (folder() / "some" / n).exists()}
    assert left == {"0", "3", "4", "5", "6", "7", "8", "9", "new"}


def test_a_folder_that_cannot_be_used_is_done_without(home: Path) -> None:
    (home / "accordingto").write_text("a file, where a folder should be")
    cache = Cache("some", 1000)
    cache.write("one", b"1")
    assert cache.read("one") is None
    assert cache.clear() == Contents(0, 0)


def test_links_are_not_followed(home: Path) -> None:
    cache = Cache("some", 1000)
    cache.write("one", b"1")
    (home / "mine").write_text("mine")
    (cache.folder / "link").symlink_to(home / "mine")
    (cache.folder / "folder").mkdir()
    assert cache.clear() == Contents(1, 1)
    assert (home / "mine").read_text() == "mine"


def test_the_command_shows_and_clears(capsys: pytest.CaptureFixture[str]) -> None:
    def run(*arguments: str) -> str:
        with pytest.raises(SystemExit) as ended:
            main(["cache", *arguments])
        assert ended.value.code == 0
        return "".join(capsys.readouterr())

    caches()[0].write("one", bytes(1_500_000))
    assert "parses      1 file, 1.5 MB\nontologies  0 files, 0.0 MB\nwordings    0 files, 0.0 MB\n" in run()
    assert run("clear") == "Removed 1 file, 1.5 MB.\n"
    assert "parses      0 files, 0.0 MB\n" in run()


def described(doc: Doc) -> object:
    """All that the layers read of a parse."""
    tokens = [(t.text, t.whitespace_, t.lemma_, t.pos_, t.tag_, str(t.morph), t.dep_, t.head.i, t.ent_type_, t.left_edge.i) for t in doc]
    return tokens, [(s.start, s.end) for s in doc.sents], [(e.start, e.end, e.label_) for e in doc.ents]


def test_a_kept_parse_is_the_parse(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    some = [*articles()][:6]
    with nlp.select_pipes(disable=["kg_parse", "kg"]):  # whose layers mend a parse in place
        fresh = [*nlp.pipe(make_doc(nlp, one) for one in some)]
    parse = Parse(nlp)
    parse._before = [(name, component) for name, component in nlp.pipeline if not name.startswith("kg") or name == "kg_blocks"]
    first = [*parse.pipe(make_doc(nlp, one) for one in some)]
    monkeypatch.setattr(parse, "_before", [("refusing", _refuse)])
    again = [*parse.pipe(make_doc(nlp, one) for one in some)]
    assert [*map(described, fresh)] == [*map(described, first)] == [*map(described, again)]


def _refuse(doc: Doc) -> Doc:
    raise AssertionError(f"parsed again: {doc.text[:60]}")


def kept(nlp: Language) -> Parse:
    found: Parse = nlp.get_pipe("kg_parse")  # type: ignore[assignment]
    return found


def read_all(nlp: Language, *some: Article, jobs: int = 1) -> list[object]:
    return [(one.key, statements(doc), problems(doc)) for one, doc in read_articles(nlp, some, jobs=jobs)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_is_parsed_once(nlp: Language, home: Path, monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    some = [article("a", TEXT), article("b", "Procom sued Ann Bell."), article("c", "")]
    first = read_all(nlp, *some, jobs=jobs)
    assert first[0] != first[1]
    monkeypatch.setattr(kept(nlp), "_before", [("refusing", _refuse)])
    assert read_all(nlp, *some, jobs=jobs) == first
    assert read_all(nlp, article("other key", TEXT, published="2020-01-02"), some[1])[1] == first[1]


@pytest.mark.parametrize(
    "other",
    [
        article("a", TEXT.replace("two", "three")),
        article("a", TEXT, (Block(0, 8, Role.HEADLINE), Block(9, len(TEXT), Role.PARAGRAPH))),
    ],
)
def test_another_text_or_other_blocks_are_parsed(nlp: Language, monkeypatch: pytest.MonkeyPatch, other: Article) -> None:
    read_all(nlp, article("a", TEXT))
    monkeypatch.setattr(kept(nlp), "_before", [("refusing", _refuse)])
    with pytest.raises(AssertionError, match="parsed again"):
        read_all(nlp, other)


@pytest.mark.parametrize("spoilt", [lambda data: b"", lambda data: b"nonsense", lambda data: data[:-20], lambda data: data[::-1]])
def test_a_spoilt_parse_is_made_again(nlp: Language, spoilt: Callable[[bytes], bytes]) -> None:
    first = read_all(nlp, article("a", TEXT))
    (path,) = caches()[0].folder.iterdir()
    path.write_bytes(spoilt(path.read_bytes()))
    assert read_all(nlp, article("a", TEXT)) == first


def test_the_parse_of_another_text_is_not_taken(nlp: Language) -> None:
    first = read_all(nlp, article("a", TEXT))
    (path,) = caches()[0].folder.iterdir()
    read_all(nlp, article("b", "Procom sued Ann Bell."))
    (other,) = (one for one in caches()[0].folder.iterdir() if one != path)
    path.write_bytes(other.read_bytes())
    assert read_all(nlp, article("a", TEXT)) == first


def test_what_was_noted_in_parsing_is_noted_again(nlp: Language) -> None:
    long = article("a", "the word and that word " * 100)
    first = read_all(nlp, long)
    assert "over 400 words" in str(first)
    assert read_all(nlp, long) == first
