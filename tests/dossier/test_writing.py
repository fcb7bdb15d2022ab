"""Both forms of a dossier: nothing that an article says becomes markup, and nothing of it is lost."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kg.dossier import dossier, to_html, to_markdown
from kg.dossier.addresses import safe_address
from kg.dossier.markdown import at_start, escape
from kg.terminal import printable
from tests.dossier.ferry import ferry_store
from tests.draw.hostile import BREAKOUT, IMAGE, hostile_store

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKUP = st.sampled_from("\\`*_{}[]<>()#+-.!|~&$^=@:\"'/ \t1a\n")
HOSTILE = ["urn:kg:script", "urn:kg:image", "urn:kg:rtl", "urn:kg:long", "urn:kg:empty"]


def leaves(tokens: list[Token]) -> list[Token]:
    return [leaf for token in tokens for leaf in (token.children or [token])]


@given(st.text(MARKUP | st.characters(codec="utf-8"), max_size=60))
def test_whatever_is_escaped_is_one_paragraph_of_just_that(text: str) -> None:
    found = leaves(PARSER.parse(at_start(escape(text))))
    assert {one.type for one in found} <= {"paragraph_open", "text", "text_special", "paragraph_close"}
    assert "".join(one.content for one in found) == printable(text)


@pytest.mark.parametrize("text", ["https://example.org", "www.example.org", "WWW.example.org", "ada@example.org", "see http://x.y/z"])
def test_no_address_links_itself(text: str) -> None:
    assert not re.search(r"(?<!\\)(://|@)|www\.", escape(text), re.IGNORECASE)


def test_the_markdown_has_the_headings_lists_quotations_and_table_that_it_means() -> None:
    tokens = PARSER.parse(to_markdown(dossier(ferry_store(), "Larkin Lines")))
    kinds = {one.type for one in leaves(tokens)}
    assert {"heading_open", "bullet_list_open", "blockquote_open", "table_open", "strong_open", "link_open"} <= kinds
    assert not {"html_block", "html_inline", "code_block", "fence", "ordered_list_open", "hr"} & kinds
    assert sum(one.type == "tr_open" for one in tokens) == 1 + 10
    assert {str(one.attrs["href"]) for one in leaves(tokens) if one.type == "link_open"} == {"https://example.org/a?b=1&c=(2)"}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_are_text_in_markdown(name: str) -> None:
    found = dossier(hostile_store(), name)
    tokens = leaves(PARSER.parse(to_markdown(found)))
    assert not {"html_block", "html_inline", "code_block", "fence", "code_inline", "image", "ordered_list_open", "hr"} & {
        one.type for one in tokens
    }
    assert all(str(one.attrs["href"]).startswith("https://example.org/") for one in tokens if one.type == "link_open")
    shown = "".join(one.content for one in tokens)
    assert all(printable(claim.words) in shown for claim in found.claims)
    assert all(printable(claim.triple) in shown for claim in found.claims)


class Page(HTMLParser):
    """A page's elements with their attributes, and all of its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_are_text_in_html(name: str) -> None:
    found = dossier(hostile_store(), name)
    page = Page(to_html(found))
    assert {tag for tag, _ in page.tags} <= {tag for tag, _ in Page(to_html(dossier(ferry_store(), "Larkin Lines"))).tags}
    links = [attributes["href"] or "" for tag, attributes in page.tags if tag == "a"]
    assert all(link.startswith(("#claim-", "https://example.org/")) for link in links)
    assert all(claim.words in page.text and claim.triple in page.text for claim in found.claims)
    assert not any(key.startswith("on") or key == "style" for _, attributes in page.tags for key in attributes)


def test_the_page_runs_and_asks_for_nothing() -> None:
    html = to_html(dossier(hostile_store(), "urn:kg:script"))
    page = Page(html)
    (policy,) = (one["content"] or "" for tag, one in page.tags if one.get("http-equiv"))
    assert re.fullmatch(r"default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'", policy)
    assert html.index("Content-Security-Policy") < html.index("<title>")
    assert "script" not in {tag for tag, _ in page.tags}


def test_every_number_leads_to_its_row() -> None:
    page = Page(to_html(dossier(ferry_store(), "Larkin Lines")))
    rows = {f"#{one['id']}" for tag, one in page.tags if tag == "tr" and "id" in one}
    assert {one["href"] for tag, one in page.tags if tag == "a" and (one["href"] or "").startswith("#")} == rows


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2"),
        ("http://example.org/ü", "http://example.org/ü"),
        ('https://example.org/?b="><script>|`', "https://example.org/?b=%22%3E%3Cscript%3E%7C%60"),
        ("https://example.org/a b\n", "https://example.org/a%20b%0A"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//example.org", None),
        ("https:///x", None),
        ("https://[broken/", None),
        ("https://exa mple.org/", None),
        (BREAKOUT, None),
        (IMAGE, None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_become_links(address: str | None, safe: str | None) -> None:
    assert safe_address(address) == safe
