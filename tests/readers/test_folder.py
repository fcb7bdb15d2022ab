"""The one entry: paths in, articles out."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.article import Article
from kg.errors import UsageError
from kg.readers.content import MAX_BYTES, Content
from kg.readers.folder import _ARTICLES, Skipped, read

TEXT = "Guards hired\n\nTarnwick Freight hired forty guards from a company in Aldwin on Monday, and the dockers went on strike."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.md").write_text("---\nurl: https://c.example/two\n---\n" + TEXT)
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "c.jsonl").write_text('{"text": "One.", "id": "x"}\n{"text": "Two."}\nnope\n')
    return tmp_path


def articles(found: list[Article | Skipped]) -> list[Article]:
    return [one for one in found if isinstance(one, Article)]


def skipped(found: list[Article | Skipped]) -> list[Skipped]:
    return [one for one in found if isinstance(one, Skipped)]


def test_keys_and_docs(folder: Path) -> None:
    found = articles(list(read([folder])))
    assert [(one.key, one.doc) for one in found] == [
        ("a.txt", "a"),
        ("https://c.example/two", "two"),
        ("c.jsonl#x", "c#x"),
        ("c.jsonl#2", "c#2"),
    ]
    assert articles(list(read([folder / "a.txt"])))[0].key == "a.txt"
    assert articles(list(read([str(folder / "b")])))[0].url == "https://c.example/two"


def test_a_bad_line_is_named_by_file_and_line(folder: Path) -> None:
    assert [(one.source, one.kind) for one in skipped(list(read([folder])))] == [(f"{folder / 'c.jsonl'}:3", "error")]


def test_standard_input_has_its_digest_for_a_key() -> None:
    (one,) = articles(list(read(["-"], stdin=io.BytesIO(TEXT.encode("utf-8-sig")))))
    assert (one.key, one.text, one.doc) == (one.digest, TEXT, "stdin")


def test_offsets_refer_to_the_file_as_it_stands(tmp_path: Path) -> None:
    text = "Guards hired\r\n\r\n“Nobody\u00a0came 🙂,” said Zoë.\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode("utf-8-sig"))
    (one,) = articles(list(read([tmp_path])))
    assert one.text == text
    assert [one.text[block.start : block.end] for block in one.blocks] == ["Guards hired", "“Nobody\u00a0came 🙂,” said Zoë."]


def test_what_is_told_counts_over_what_is_read_and_a_row_over_both(folder: Path, tmp_path: Path) -> None:
    (folder / "b" / "two.md").write_text("---\npublisher: Own\ndate: 2020-01-01\ntitle: Own\n---\n" + TEXT)
    sidecar = folder / "meta.csv"
    sidecar.write_text(
        "file,title,publisher,published,url\na.txt,Told,,2024-03-07,https://c.example/a\nb/two,,Row,,\nc,,Table,,\nc#2,Second,,,\n"
    )
    found = articles(list(read([folder], metadata=sidecar, publisher="All", published="March 6, 2024")))
    assert [(one.key, one.title, one.publisher, one.published) for one in found] == [
        ("https://c.example/a", "Told", "All", "2024-03-07"),
        ("b/two.md", "Own", "Row", "2024-03-06"),
        ("c.jsonl#x", None, "Table", "2024-03-06"),
        ("c.jsonl#2", "Second", "Table", "2024-03-06"),
    ]


def test_the_metadata_file_is_no_article(folder: Path) -> None:
    (folder / "meta.csv").write_text("file,text\na.txt,x\n")
    found = list(read([folder], metadata=folder / "meta.csv"))
    assert ("it is the metadata file", "other kind") in [(one.reason, one.kind) for one in skipped(found)]
    assert len(articles(found)) == 4


def test_unknown_stays_unknown(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The vendor hired Procom.")
    (one,) = articles(list(read([tmp_path])))
    assert (one.title, one.publisher, one.published, one.url) == (None, None, None, None)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("title\nx\n", "no column “file”"),
        ("file,url\na,c.example\n", "web address"),
        ("\0", "binary"),
    ],
)
def test_bad_use_is_refused_at_once(tmp_path: Path, rows: str, message: str) -> None:
    (tmp_path / "meta.csv").write_text(rows)
    with pytest.raises(UsageError, match=message):
        read([tmp_path], metadata=tmp_path / "meta.csv")
    with pytest.raises(UsageError, match="can't be read"):
        read([tmp_path], metadata=tmp_path / "none.csv")
    with pytest.raises(UsageError, match="one way only"):
        read([tmp_path], published="03/04/2024")


def test_a_months_or_years_precision_stays_and_a_bad_date_costs_its_row_alone(tmp_path: Path) -> None:
    for name in "abcd":
        (tmp_path / f"{name}.txt").write_text(f"The vendor {name} hired Procom.")
    sidecar = tmp_path / "meta.csv"
    sidecar.write_text("file,published,publisher\na,2019-05,P\nb,2019,P\nc,2019-13,P\nd,03/04/2024,P\n")
    found = list(read([tmp_path], metadata=sidecar))
    assert [(one.published, one.publisher) for one in articles(found)] == [("2019-05", "P"), ("2019", "P"), (None, None), (None, None)]
    bad = [one for one in skipped(found) if one.kind == "error"]
    assert [one.source for one in bad] == [f"{sidecar}:4", f"{sidecar}:5"]
    assert "the row of c has the date “2019-13”" in bad[0].reason


def test_a_key_met_twice_is_skipped(folder: Path) -> None:
    (folder / "other.md").write_text("---\nurl: https://c.example/two#top\n---\nSomething else.")
    (folder / "twice.jsonl").write_text('{"text": "One.", "id": 1}\n{"text": "Two.", "id": "1"}\n')
    reasons = [one.reason for one in skipped(list(read([folder]))) if "key" in one.reason]
    assert len(reasons) == 2
    assert "https://c.example/two" in reasons[0]
    assert "twice.jsonl#1" in reasons[1]


def test_a_file_is_read_once(folder: Path) -> None:
    found = list(read([folder / "a.txt", folder]))
    assert len(articles(found)) == 4
    assert "it was read before" in next(one.reason for one in skipped(found) if one.source.endswith("a.txt"))


def test_what_is_no_article_in_a_folder_is_of_another_kind(folder: Path) -> None:
    for name in ("x.pdf", "x.json", ".hidden.txt", "README.md", "LICENSE"):
        (folder / name).write_text("x")
    (folder / ".git").mkdir()
    (folder / ".git" / "a.txt").write_text("x")
    found = [one for one in skipped(list(read([folder]))) if one.kind == "other kind"]
    assert sorted(Path(one.source).name for one in found) == [".git", ".hidden.txt", "LICENSE", "README.md", "x.json", "x.pdf"]


def test_the_same_file_named_itself_is_an_error_or_text(folder: Path) -> None:
    (folder / "x.pdf").write_text("x")
    (folder / "LICENSE").write_text(TEXT)
    (folder / "README.md").write_text(TEXT)
    found = list(read([folder / "x.pdf", folder / "LICENSE", folder / "README.md", folder / "none.txt"]))
    assert [one.key for one in articles(found)] == ["LICENSE", "README.md"]
    assert [(one.kind, "no such file" in one.reason) for one in skipped(found)] == [("error", False), ("error", True)]


def test_links_do_not_lead_out_of_the_folder_or_round_in_it(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.txt").write_text(TEXT)
    (folder / "out").symlink_to(outside)
    (folder / "loop").symlink_to(folder)
    (folder / "secret.txt").symlink_to(outside / "secret.txt")
    (folder / "broken.txt").symlink_to(outside / "none")
    found = list(read([folder]))
    assert len(articles(found)) == 4
    assert sum("link" in one.reason for one in skipped(found)) == 4
    assert len(articles(list(read([folder / "secret.txt"])))) == 1


def test_special_files_are_not_opened(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert [Path(one.source).name for one in skipped(list(read([folder]))) if one.kind == "other kind"] == ["pipe.txt"]


def test_names_that_are_not_utf8(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(TEXT)
    (tmp_path / os.fsdecode(b"caf\xe9.pdf")).write_text(TEXT)
    found = list(read([tmp_path]))
    assert [(one.key, one.doc) for one in articles(found)] == [("caf\ufffd.txt", "caf\ufffd")]
    assert all(one.source.encode("utf-8") for one in skipped(found))


def test_deep_folders(tmp_path: Path) -> None:
    here = tmp_path
    for _ in range(150):
        here = here / "d"
        here.mkdir()
    (here / "a.txt").write_text(TEXT)
    (one,) = articles(list(read([tmp_path])))
    assert one.key == "d/" * 150 + "a.txt"


def test_a_file_that_may_not_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    def refuse(path: Path, mode: str) -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return real(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    found = list(read([folder]))
    assert len(articles(found)) == 3
    assert "permission denied" in next(one.reason for one in skipped(found) if one.source.endswith("a.txt"))


@pytest.mark.parametrize(
    ("raw", "kind", "words"),
    [
        (b"", "empty", "no text"),
        (b"\xef\xbb\xbf \r\n", "empty", "no text"),
        (b"a\0b", "error", "binary"),
        (b"a" * (MAX_BYTES + 1), "error", "5 MB"),
    ],
)
def test_files_without_an_article(tmp_path: Path, raw: bytes, kind: str, words: str) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    (tmp_path / "b.txt").write_text(TEXT)
    found = list(read([tmp_path]))
    assert [(one.kind, words in one.reason) for one in skipped(found)] == [(kind, True)]
    assert len(articles(found)) == 1


def test_no_more_than_the_limit_is_read() -> None:
    class Endless(io.RawIOBase):
        """Counts what is asked of it."""

        asked = 0

        def read(self, size: int = -1) -> bytes:
            assert size > 0
            self.asked += size
            return b"a" * size

    stream = Endless()
    (one,) = skipped(list(read(["-"], stdin=stream)))  # type: ignore[arg-type]
    assert "5 MB" in one.reason
    assert stream.asked == MAX_BYTES + 1


def test_reading_is_lazy(folder: Path) -> None:
    found = read([folder])
    assert isinstance(next(found), Article)  # a.txt
    (folder / "b" / "two.md").write_text("---\nurl: https://c.example/new\n---\nNew.")
    assert "https://c.example/new" in [one.key for one in articles(list(found))]


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".jsonl", ".csv", ".tsv"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    raw=st.binary(max_size=300)
    | st.text(max_size=200).map(str.encode)
    | st.sampled_from([b"text\nx", b'{"text": "x"}', b"<p>x", b"---\na: b\n---", b'text,id\n"x'])
)
def test_any_bytes_give_articles_or_reasons(tmp_path: Path, suffix: str, raw: bytes) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(raw)
    for one in read([path]):
        if isinstance(one, Skipped):
            assert one.reason
            continue
        at = 0
        for block in one.blocks:
            assert at <= block.start < block.end <= len(one.text)
            at = block.end
        assert one.text.encode("utf-8")


def test_the_examples_are_read_whole() -> None:
    found = list(read([Path(__file__).parents[2] / "examples"]))
    assert sorted(one.doc for one in articles(found)) == [
        "kelder-ferry",
        "penwick#gazette-rumor",
        "penwick#mill-denial",
        "penwick#mill-payment",
        "procom",
        "tarnwick-guards",
    ]
    assert [one.kind for one in skipped(found)] == ["other kind"]


def test_a_reader_that_fails_costs_its_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(raw: bytes) -> Content:
        raise ZeroDivisionError("odd page")

    monkeypatch.setitem(_ARTICLES, ".html", fail)
    (tmp_path / "a.html").write_text("<p>One.</p>")
    (tmp_path / "b.txt").write_text("Two.")
    odd, good = read([tmp_path])
    assert isinstance(odd, Skipped)
    assert "its reader failed (ZeroDivisionError: odd page): save its text" in odd.reason
    assert isinstance(good, Article)
