"""The page's markup: nothing in it breaks out, nothing in it is asked for."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html import unescape
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.draw.explore import data, page
from kg.draw.safety import script_safe_json
from tests.draw.campaign import campaign_store
from tests.draw.hostile import BREAKOUT, hostile_store
from tests.draw.view import PREFIXES, plain_page, store_of


class Elements(HTMLParser):
    """All elements of a page, with their attributes and, of scripts and styles, the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._open = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.texts.append("")
        self._open = True

    def handle_endtag(self, tag: str) -> None:
        self._open = False

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[-1] += data

    def text_of(self, tag: str) -> list[str]:
        return [text for (name, _), text in zip(self.found, self.texts, strict=True) if name == tag]


@pytest.fixture(scope="module")
def hostile() -> str:
    return plain_page(hostile_store(), title=BREAKOUT)


@settings(max_examples=60)
@given(st.recursive(st.text() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_in_a_script_means_the_same_and_holds_nothing_that_ends_it(value: object) -> None:
    text = script_safe_json(value)
    assert json.loads(text) == value
    assert not re.search("[<>&\u2028\u2029]", text)


def test_hostile_data_adds_no_element(hostile: str) -> None:
    plain = Elements(plain_page(store_of(PREFIXES)))
    assert [tag for tag, _ in Elements(hostile).found] == [tag for tag, _ in plain.found]


def test_hostile_data_arrives_unchanged(hostile: str) -> None:
    data_text = Elements(hostile).text_of("script")[0]
    assert json.loads(data_text) == data(hostile_store())


def test_the_title_is_text(hostile: str) -> None:
    match = re.search("<title>(.*?)</title>", hostile)
    assert match
    assert unescape(match[1]) == BREAKOUT


def test_the_policy_allows_this_script_and_style_and_nothing_else(hostile: str) -> None:
    elements = Elements(hostile)
    policy = next(attributes["content"] for tag, attributes in elements.found if attributes.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    parts = dict(part.split(" ", 1) for part in policy.split("; "))
    style, script = elements.text_of("style")[0], elements.text_of("script")[1]

    def allowed(code: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"

    assert parts == {
        "default-src": "'none'",
        "script-src": allowed(script),
        "style-src": allowed(style),
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }


def test_the_policy_stands_before_anything_it_rules() -> None:
    html = plain_page(campaign_store())
    assert html.index("Content-Security-Policy") < html.index("<style>") < html.index("<script")


FORBIDDEN = ["innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "Function(", "fetch(", "import ", "XMLHttp"]


@pytest.mark.parametrize("forbidden", FORBIDDEN)
def test_the_scripts_make_no_markup_and_ask_for_nothing(forbidden: str) -> None:
    scripts = [file.read_text("utf-8") for file in files("kg.draw").joinpath("page").iterdir() if file.name.endswith(".js")]
    assert len(scripts) == 9
    assert not [one for one in scripts if forbidden in one]


def test_the_page_names_no_address_but_the_articles() -> None:
    html = plain_page(store_of(PREFIXES))
    assert set(re.findall(r"https?://[^\"' ]+", html)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"\b(src|href)=\"(?!#)", html)


def test_the_same_store_gives_the_same_page() -> None:
    assert plain_page(campaign_store()) == plain_page(campaign_store())


def test_a_page_of_an_article_is_small() -> None:
    assert 50_000 < len(plain_page(campaign_store()).encode()) < 150_000


LONE = (
    PREFIXES
    + """
:a a schema:NewsArticle ; schema:headline "A & B" .
:s a kg:Statement ; rdf:subject :x ; rdf:predicate :p ; rdf:object :y ; kg:status kg:affirmed ; oa:hasTarget :t .
:t oa:hasSource :a ; oa:hasSelector :po, :qu . :po oa:start 0 ; oa:end 1 . :qu oa:exact "x" .
"""
)


def test_a_lone_article_names_the_page() -> None:
    assert "<title>A &amp; B</title>" in page(store_of(LONE))
    assert "<title>Mine</title>" in page(store_of(LONE), title="Mine")
    assert "<title>Who is connected to whom</title>" in page(campaign_store())
