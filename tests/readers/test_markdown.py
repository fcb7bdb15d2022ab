"""Markdown: front matter, and the words without their marks."""

import pytest

from kg.errors import ArticleError
from kg.readers.content import EmptyArticleError, Metadata
from kg.readers.markdown import read_markdown

FRONT = "---\ntitle: 'Strike: day two'\npublisher: The Courier\ndate: 2024-03-05\nurl: https://courier.example/a\n---\n"


def roles(source: str) -> list[tuple[str, str]]:
    content = read_markdown(source.encode())
    return [(block.role.value, content.text[block.start : block.end]) for block in content.blocks]


@pytest.mark.parametrize("front", [FRONT, FRONT.replace("\n", "\r\n"), FRONT.replace("publisher", "Source")])
def test_front_matter(front: str) -> None:
    assert read_markdown((front + "Nobody came.").encode()).metadata == Metadata(
        "Strike: day two", "The Courier", "2024-03-05", "https://courier.example/a"
    )


def test_the_title_is_the_headline_unless_the_text_has_one() -> None:
    assert roles(FRONT + "Nobody came.")[0] == ("headline", "Strike: day two")
    assert roles(FRONT + "# A strike\n\nNobody came.") == [("headline", "A strike"), ("paragraph", "Nobody came.")]
    assert roles(FRONT + "## Later\n\nNobody came.")[:2] == [("headline", "Strike: day two"), ("headline", "Later")]


def test_what_is_unknown_stays_so() -> None:
    assert read_markdown(b"Nobody came.").metadata == Metadata()
    assert read_markdown(b"---\ndate: 03/04/2024\nurl: javascript:alert(1)\npublisher: [a, b]\n---\nNobody came.").metadata == Metadata()


def test_marks_are_left_out() -> None:
    source = "**Tarnwick** hired [Ostrel](https://o.example 'x') &amp; *paid*\nit `$5` <b>a day</b>.\n\n> Nobody came.\n\n"
    source += "- one man\n- two men\n"
    assert roles(source) == [
        ("paragraph", "Tarnwick hired Ostrel & paid\nit $5 a day."),
        ("quote", "Nobody came."),
        ("paragraph", "one man"),
        ("paragraph", "two men"),
    ]


def test_a_picture_s_description_is_its_caption() -> None:
    assert roles("![Pell, who owns the pier (AP Photo/Ida Lund)](x.png)") == [
        ("caption", "Pell, who owns the pier"),
        ("boilerplate", "(AP Photo/Ida Lund)"),
    ]


def test_scripts_are_no_text() -> None:
    assert roles("Nobody came.\n\n<script>\nTarnwick.hired(Ostrel)\n</script>\n") == [("paragraph", "Nobody came.")]


def test_a_rule_is_no_front_matter() -> None:
    assert roles("Nobody came.\n\n---\n\nNobody at all.") == [("paragraph", "Nobody came."), ("paragraph", "Nobody at all.")]


@pytest.mark.parametrize("front", ["title: 'open", "a: &x [1]\nb: *x", "[" * 5_000, "title: " + "x" * 30_000])
def test_broken_front_matter_is_refused(front: str) -> None:
    with pytest.raises(ArticleError, match="front matter"):
        read_markdown(f"---\n{front}\n---\nNobody came.".encode())


def test_front_matter_runs_nothing() -> None:
    assert read_markdown(b"---\ntitle: !!python/object/apply:os.getcwd []\n---\nNobody came.").metadata.title is None


@pytest.mark.parametrize("source", ["", " \n", "---\ntitle: x\n---\n", "<!-- nothing -->"])
def test_no_text(source: str) -> None:
    with pytest.raises(EmptyArticleError):
        read_markdown(source.encode())
