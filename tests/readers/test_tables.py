"""Tables of articles."""

import csv
import io
import json

import pytest

from kg.errors import ArticleError
from kg.readers.content import MAX_BYTES, Content, EmptyArticleError, Metadata
from kg.readers.tables import Row, read_csv, read_jsonl

TEXT = "Tarnwick hired Ostrel.\r\n\r\n“Nobody came,” said Zoë 🙂."


def contents(rows: list[Row]) -> list[Content]:
    return [row.content for row in rows if isinstance(row.content, Content)]


def jsonl(*rows: object) -> list[Row]:
    return list(read_jsonl(io.BytesIO("\n".join(json.dumps(row) for row in rows).encode())))


def table(source: str, encoding: str = "utf-8", delimiter: str = ",") -> list[Row]:
    return list(read_csv(io.BytesIO(source.encode(encoding)), delimiter))


@pytest.mark.parametrize("column", ["text", "body", "content", "Text", "Full text", "article-text"])
def test_the_text_is_the_column_s_unchanged(column: str) -> None:
    (content,) = contents(jsonl({column: TEXT}))
    assert content.text == TEXT
    assert content.blocks


@pytest.mark.parametrize(
    "names",
    [("title", "publisher", "published", "url"), ("headline", "source", "date", "link"), ("Title", "Outlet", "Pub Date", "URL")],
)
def test_metadata(names: tuple[str, ...]) -> None:
    values = ("Strike", "The Courier", "Mar. 5, 2024", "https://c.example/a#b")
    row = dict(zip(names, values, strict=True)) | {"text": TEXT}
    if names[2] == "Pub Date":
        row["pubdate"] = row.pop("Pub Date")
    (content,) = contents(jsonl(row))
    assert content.metadata == Metadata("Strike", "The Courier", "2024-03-05", "https://c.example/a")


IDS = [("a-1", "a-1"), (7, "7"), (True, None), (None, None), ("x" * 300, None), ("", None), ([1], None)]


@pytest.mark.parametrize(("value", "expected"), IDS)
def test_id(value: object, expected: str | None) -> None:
    (content,) = contents(jsonl({"text": TEXT, "id": value}))
    assert content.id == expected


def test_a_bad_line_does_not_stop_the_others() -> None:
    source = b'{"text": "One."}\nnope\n\n["x"]\n{"x": 1}\n' + b"[" * 100_000
    source += b'\n{"text": " "}\n{"text": 5}\n{"text": "\\u0000"}\n{"text": "Two."}'
    rows = list(read_jsonl(io.BytesIO(source)))
    assert [row.line for row in rows] == [1, 2, 4, 5, 6, 7, 8, 9, 10]
    assert [content.text for content in contents(rows)] == ["One.", "Two."]
    assert [type(row.content) for row in rows[5:7]] == [EmptyArticleError, EmptyArticleError]


def test_long_lines_are_passed_over() -> None:
    source = b'{"text": "' + b"a" * (4 * MAX_BYTES) + b'"}\n{"text": "One."}\n'
    rows = list(read_jsonl(io.BytesIO(source)))
    assert [row.line for row in rows] == [1, 2]
    assert "5 MB" in str(rows[0].content)
    assert [content.text for content in contents(rows)] == ["One."]


def test_metadata_can_be_stored_whatever_is_in_it() -> None:
    row = b'{"text": "One.", "id": "a\\u0000\\ud800", "title": "T\\ud800\\u0001", "url": "https://c.example/\\ud800"}\n{"text": "Two."}'
    first, second = contents(list(read_jsonl(io.BytesIO(row))))
    assert (first.id, first.metadata) == ("a", Metadata("T"))
    assert second.text == "Two."


def test_lone_surrogates_are_replaced_one_for_one() -> None:
    (content,) = contents(list(read_jsonl(io.BytesIO(b'{"text": "a\\ud800b"}'))))
    assert content.text == "a\ufffdb"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_csv(encoding: str, delimiter: str) -> None:
    text = "Tarnwick hired Zoë.\r\n\r\n“Nobody, came,” she said."
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([["id", "text", "date"], ["a", text, "2024-03-05"], [], ["b", "Two.", ""]])
    rows = table(out.getvalue(), encoding, delimiter)
    assert [(content.id, content.text, content.metadata.published) for content in contents(rows)] == [
        ("a", text, "2024-03-05"),
        ("b", "Two.", None),
    ]
    assert [(row.number, row.line) for row in rows] == [(1, 4), (2, 6)]


def test_bad_rows_of_csv_do_not_stop_the_others() -> None:
    rows = table('id,text\n1,Ostrel came, and went.\n2,Two.,,\n3\n4,"Four."\n5,"Five.\n6,Six.\n')
    assert [content.text for content in contents(rows)] == ["Two.", "Four."]
    assert [(row.line, str(row.content)[:20]) for row in rows if isinstance(row.content, ArticleError)] == [
        (2, "it has 3 columns, an"),
        (4, "no column holds the "),
        (7, "a quotation mark in "),
    ]


def test_large_fields_are_read_and_the_process_s_limit_stays() -> None:
    before = csv.field_size_limit()
    rows = read_csv(io.BytesIO(b'text\n"' + b"a " * 200_000 + b'"\nTwo.\n'))
    assert isinstance(next(rows).content, Content)
    assert csv.field_size_limit() == before
    assert len(list(rows)) == 1


def test_an_article_too_large_is_passed_over() -> None:
    rows = table('text\n"' + "a" * (MAX_BYTES + 1) + '"\nTwo.\n')
    assert "5 MB" in str(rows[0].content)
    assert [content.text for content in contents(rows)] == ["Two."]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("", "no row"),
        ("id,when\n1,2\n", "no column holds the articles' text .there are: id, when."),
        ('text\n"' + "a" * 16_000_000 + '"\n', "longer than"),
        ("text\na\0b", "binary"),
    ],
)
def test_unreadable_tables(source: str, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        table(source)
