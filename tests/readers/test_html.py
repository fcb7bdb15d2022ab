"""HTML pages: main text, headline, captions, metadata."""

import contextlib
import re
import time

import pytest

from kg.errors import ArticleError
from kg.readers.content import Metadata
from kg.readers.html import read_html

BODY = (
    "<p>Tarnwick Freight hired forty guards from a company in Aldwin on Monday, and the dockers went on strike the same night.</p>"
    "<p>The mayor asked both sides to meet her at the town hall on Friday. Neither of them came, and nobody knows when they will.</p>"
    "<p>The union said that it would go on with the strike until the guards have left the docks, and asked its members for money.</p>"
)


OPEN_GRAPH = (
    "<meta property='og:title' content='Guards'><meta property='og:site_name' content='The Courier'>"
    "<meta property='article:published_time' content='2024-03-05T08:00:00Z'><link rel=canonical href='https://c.example/a#top'>"
)
LINKED_DATA = """<script type="application/ld+json">{"@graph": [
    {"@type": "WebSite", "name": "x"},
    {"@type": ["NewsArticle"], "headline": "Guards", "datePublished": "2024-03-05",
     "publisher": {"@type": "Organization", "name": "The Courier"}, "url": "https://c.example/a"}]}</script>"""


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()


def roles(raw: bytes) -> list[tuple[str, str]]:
    content = read_html(raw)
    return [(block.role.value, content.text[block.start : block.end]) for block in content.blocks]


def test_a_caption_states_a_fact_of_its_own() -> None:
    caption = "Nora Pell, who founded Tarnwick. <i class='photo-credit'>Ida Lund for the Courier</i>"
    figure = f"<figure><img src=x><figcaption>{caption}</figcaption></figure>"
    found = roles(page(f"<article><h1>Guards hired</h1>{figure}{BODY}</article>"))
    assert found[0] == ("headline", "Guards hired")
    assert found[-2:] == [("caption", "Nora Pell, who founded Tarnwick."), ("boilerplate", "Ida Lund for the Courier")]
    assert sum("founded" in words for _, words in found) == 1


@pytest.mark.parametrize(
    "caption",
    [
        "<div class='wp-caption'><img src=x><p class='wp-caption-text'>Pell on the pier</p></div>",
        "<figure><img src=x><figcaption>Pell on the pier (AP Photo/Ida Lund)</figcaption></figure>",
    ],
)
def test_captions_in_other_markup(caption: str) -> None:
    assert ("caption", "Pell on the pier") in roles(page(f"<article>{BODY}{caption}</article>"))


@pytest.mark.parametrize("wrapper", ["<aside>{}</aside>", "<nav>{}</nav>", "<a href=x>{}</a>", "</article><article><h2>Other</h2>{}"])
def test_captions_of_other_articles_are_none_of_this_one_s(wrapper: str) -> None:
    other = wrapper.format("<figure><img src=x><figcaption>Someone else entirely</figcaption></figure>")
    assert "Someone else entirely" not in read_html(page(f"<article>{BODY}{other}</article>")).text


def test_what_readers_do_not_see_is_no_text() -> None:
    hidden = (
        "<script>var hidden = 1</script><p style='color:red; display: none'>hidden</p><p hidden>hidden</p><template>hidden</template>"
        "<p style='VISIBILITY:HIDDEN'>hidden</p><div aria-hidden='true'>hidden</div><!-- hidden --><noscript>hidden</noscript>"
    )
    assert "hidden" not in read_html(page(f"<article>{BODY}{hidden}{BODY.replace('Tarnwick', 'Kelder')}</article>")).text


def test_surroundings_are_boilerplate_or_gone() -> None:
    after = "<p>READ MORE: Ten walks</p><p>Sign up for our newsletter.</p>"
    body = f"<nav>Home News</nav><article>{BODY}{after}</article><footer>© The Courier</footer>"
    assert [words for role, words in roles(page(body)) if role != "boilerplate"] == [
        words for role, words in roles(page(f"<article>{BODY}</article>")) if role == "paragraph"
    ]


def test_quotations_and_subheadings() -> None:
    quotation = "<h2>What comes next</h2><blockquote><p>Nobody came.</p></blockquote>"
    found = roles(page(f"<article><h1>Guards hired</h1>{BODY}{quotation}{BODY}</article>"))
    assert ("quote", "Nobody came.") in found
    assert ("headline", "What comes next") in found


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            OPEN_GRAPH,
            Metadata("Guards", "The Courier", "2024-03-05T08:00:00+00:00", "https://c.example/a"),
        ),
        (
            LINKED_DATA,
            Metadata("Guards", "The Courier", "2024-03-05", "https://c.example/a"),
        ),
        ("<title>Guards - The Courier</title>", Metadata("Guards - The Courier")),
        ('<title>Guards</title><script type="application/ld+json">{broken' + "[" * 5000 + "</script>", Metadata("Guards")),
        ("<title>Guards</title><link rel=canonical href='/a'><meta name=date content='03/04/2024'>", Metadata("Guards")),
        ("<title>Guards</title><link rel=canonical href='javascript:alert(1)'>", Metadata("Guards")),
        (
            "<title>Guards</title><meta property='og:url' content='https://c.example/b'><link rel=canonical href='/a'>",
            Metadata("Guards", url="https://c.example/a"),
        ),
    ],
)
def test_metadata_is_what_is_stated(head: str, expected: Metadata) -> None:
    assert read_html(page(f"<article>{BODY}</article>", head)).metadata == expected


def test_the_headline_is_the_article_s_and_not_the_site_s() -> None:
    body = f"<header><h1>The Courier</h1></header><article><h1>Guards hired</h1>{BODY}</article>"
    assert read_html(page(body)).metadata.title == "Guards hired"


def test_a_declared_encoding() -> None:
    source = f"<html><head><meta charset=iso-8859-1></head><body><article>{BODY}<p>Zoë paid “them” €5 for the café.</p></article>"
    raw = source.encode("cp1252")
    assert "Zoë paid “them” €5 for the café." in read_html(raw).text


def test_a_window_s_title_is_no_text() -> None:
    assert roles(page("<p>The vendor hired Procom.</p>", "<title>News - The Courier</title>")) == [
        ("paragraph", "The vendor hired Procom.")
    ]


def test_line_ends_in_the_source_divide_nothing() -> None:
    source = page(f"<article>{BODY}<p>Nobody\n  came.</p><figure><figcaption>Pell on\n the pier</figcaption></figure></article>")
    assert roles(source)[-2:] == [("paragraph", "Nobody came."), ("caption", "Pell on the pier")]
    assert roles(page("<p>Nobody\n  came.</p>")) == [("paragraph", "Nobody came.")]


def test_line_breaks_divide() -> None:
    assert [words for _, words in roles(page("<p>Nobody came.<br><br>Nobody at all.</p>"))] == ["Nobody came.", "Nobody at all."]


def test_lines_of_a_caption() -> None:
    figure = "<figure><figcaption><p>Pell on the <b>pier</b>.</p><p>Photo: Ida Lund</p></figcaption></figure>"
    assert roles(page(f"<article>{BODY}{figure}</article>"))[-2:] == [("caption", "Pell on the pier."), ("boilerplate", "Photo: Ida Lund")]


def test_what_stands_around_a_short_article_is_left_out() -> None:
    before = "<div id=nav>Home <a href=x>Politics</a></div>"
    after = "<div class='post-comments'><p>Bolt bribed the mayor!</p></div><div id=cookie-bar>Accept</div>"
    story = (
        "<div class=story><h1>Guards hired</h1><span class=author>Ada Quill</span><time>Jan 2</time><p>The vendor hired Procom.</p></div>"
    )
    assert roles(page(before + story + after)) == [
        ("headline", "Guards hired"),
        ("boilerplate", "Ada Quill"),
        ("paragraph", "The vendor hired Procom."),
    ]


@pytest.mark.parametrize(
    "holder", ["<div class='content right-sidebar'>{}</div>", "<form method=post>{}</form>", "<div id=page-menu>{}</div>"]
)
def test_what_holds_the_article_is_not_left_out(holder: str) -> None:
    assert ("paragraph", "Nobody came.") in roles(page(holder.format(f"<h1>Guards hired</h1>{BODY}<p>Nobody came.</p>")))


def test_short_pages_are_read_too() -> None:
    assert ("paragraph", "The vendor hired Procom.") in roles(page("<h1>News</h1><p>The vendor hired Procom.</p>"))


@pytest.mark.parametrize("raw", [b"<div>" * 200_000, b"<p>Nobody came.</p>" + b"<b><i>" * 160_000 + b"x", b"<p>x<br>" * 120_000])
def test_pages_without_measure_are_refused_at_once(raw: bytes) -> None:
    began = time.process_time()
    with pytest.raises(ArticleError, match="nested"):
        read_html(raw)
    assert time.process_time() - began < 10


@pytest.mark.parametrize("raw", [b"", b" ", b"<!-- x -->", b"<html></html>", b"<?xml version='1.0' encoding='utf-8'?><html/>"])
def test_empty_pages(raw: bytes) -> None:
    with pytest.raises(ArticleError, match="there is no"):
        read_html(raw)


@pytest.mark.parametrize(
    "tag",
    [
        " ".join(f"a{number}=1" for number in range(50_000)),
        "".join(f'a{number}="1>"' for number in range(50_000)),
        "/".join(f"a<{number}" for number in range(50_000)),
        "<p " * 50_000,
    ],
)
def test_a_tag_of_countless_attributes_is_refused_at_once(tag: str) -> None:
    """The parser's time grows with the square of their number."""
    with pytest.raises(ArticleError, match="thousands of attributes"):
        read_html(page(f"<!-- <a href='> --><p {tag}>{BODY}</p>"))


@pytest.mark.alone
@pytest.mark.parametrize("start", ['<p"', "<p<", "<p/a=", "<p a=", "<p='", "< p ", "<p\n"])
def test_looking_for_such_tags_grows_with_the_text_alone(start: str) -> None:
    """Four times the text takes nowhere near sixteen times the work."""

    def work(copies: int) -> float:
        begun = time.process_time()
        with contextlib.suppress(ArticleError):
            read_html((start * copies).encode())
        return time.process_time() - begun

    assert work(100_000) < 9 * work(25_000) + 0.2


def test_references_to_control_characters_are_replaced() -> None:
    """A tree gives them and can't take them back."""
    text = read_html(page(f"<article><h1>Guards&#1; hired</h1><p>Pell &#0;&#27;[31m paid &#xD800;&#8;Lund.</p>{BODY}</article>")).text
    assert "Guards\ufffd hired" in text
    assert "Pell \ufffd\ufffd[31m paid" in text
    assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff]", text)
