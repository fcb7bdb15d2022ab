"""What an HTML page says of its article outside the running text: headline, byline, date, publisher, address, captions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement

from kg.article import Role
from kg.readers.content import Metadata
from kg.readers.dates import iso_date
from kg.readers.fields import absolute_url, one_line

_LONGEST_JSON = 500_000
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "pubdate",
    "publish-date",
    "publication_date",
    "date",
)
_CLASS = "contains(concat(' ', normalize-space(@class), ' '), ' {} ')"
_CAPTION_CLASSES = ("caption", "wp-caption-text", "image-caption", "photo-caption", "figure-caption", "media-caption", "img-caption")
_CAPTIONS = "//figcaption|//*[" + " or ".join(_CLASS.format(name) for name in _CAPTION_CLASSES) + "]"
_DIVIDING = frozenset(("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "td", "th", "section"))
_CREDIT_CLASS = re.compile(r"credit|copyright|photographer|attribution", re.IGNORECASE)
_ELSEWHERE = "ancestor-or-self::aside or ancestor::nav or ancestor::footer or ancestor::a or ancestor::form"


def lines_of(element: HtmlElement) -> list[str]:
    """The element's text, a line for each paragraph or line break in it."""
    lines = [""]
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if part.tag in _DIVIDING:
            lines.append("")
        if event == "start":
            lines[-1] += part.text or ""
        elif part is not element:
            lines[-1] += part.tail or ""
    return [words for words in (" ".join(line.split()) for line in lines) if words]


def words_of(element: HtmlElement) -> str:
    """The element's text on one line."""
    return " ".join(lines_of(element))


def page_metadata(tree: HtmlElement) -> tuple[Metadata, str | None]:
    """What the page's head, its linked data and its markup state; what they don't is None, never guessed.

    Beside it the headline: None where the page has only a window title, which serves as title but is none of its text.
    """
    meta = _meta(tree)
    linked = _linked_article(tree)
    publisher = linked.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    headline = _headline(tree, one_line(meta.get("og:title")) or one_line(_string(linked.get("headline"))))
    window = tree.find(".//title")
    metadata = Metadata(
        title=headline or (one_line(words_of(window)) if window is not None else None),
        publisher=one_line(meta.get("og:site_name")) or one_line(_string(name)) or one_line(meta.get("dc.publisher")),
        published=_published(tree, meta, linked),
        url=_canonical(tree, meta, linked),
    )
    return metadata, headline


def captions(tree: HtmlElement, article: HtmlElement) -> Iterator[tuple[str, Role]]:
    """Each line of the pictures' captions within the article, and each credit that their markup sets apart."""
    for element in tree.xpath(f"({_CAPTIONS})[not({_ELSEWHERE})]"):
        if element is not article and article not in element.iterancestors():
            continue
        if any(ancestor.tag == "figcaption" for ancestor in element.iterancestors()):
            continue
        caption = deepcopy(element)
        credit = next((part for part in caption.iterdescendants() if _CREDIT_CLASS.search(part.get("class", ""))), None)
        credited = words_of(credit) if credit is not None else ""
        if credit is not None:
            credit.drop_tree()
        yield from ((line, Role.CAPTION) for line in lines_of(caption))
        yield credited, Role.BOILERPLATE


def byline(article: HtmlElement) -> str | None:
    """The line that names the author, where the markup sets it apart."""
    for element in article.xpath(f".//*[{_CLASS.format('byline')} or {_CLASS.format('author')} or @rel='author' or @itemprop='author']"):
        words = words_of(element)
        if 0 < len(words) <= 120:
            return words
    return None


def article_element(tree: HtmlElement, paragraphs: list[str]) -> HtmlElement:
    """The element that holds the article: of all `article` and `main` elements the one with most of these paragraphs, else the page."""
    wanted = set(paragraphs)
    candidates = tree.xpath("//article|//main|//*[@role='main']|//*[@itemprop='articleBody']/..")[:50]
    counted = [(sum(words_of(paragraph) in wanted for paragraph in candidate.iter("p")), candidate) for candidate in candidates]
    best = max((count for count, _ in counted), default=0)
    if not best:
        return tree
    return next(candidate for count, candidate in counted if count == best)


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The page's meta elements, by name in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]|//*[@itemprop='datePublished']"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        found.setdefault(name.lower(), element.get("content") or element.get("datetime") or words_of(element))
    return found


def _linked_article(tree: HtmlElement) -> dict[str, object]:
    """The page's own article among its JSON-LD; empty where there is none."""
    for script in tree.xpath("//script[@type='application/ld+json']")[:20]:
        source = script.text or ""
        try:
            data = json.loads(source) if len(source) <= _LONGEST_JSON else None
        except (ValueError, RecursionError):
            continue
        top = [item for item in (data if isinstance(data, list) else [data]) if isinstance(item, dict)]
        items: list[dict[str, object]] = [part for item in top for part in (item, *_graph(item))]
        for item in items:
            kinds = item.get("@type")
            if any(str(kind).endswith(("Article", "Posting")) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                return item
    return {}


def _graph(item: dict[str, object]) -> list[dict[str, object]]:
    parts = item.get("@graph")
    return [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []


def _string(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _headline(tree: HtmlElement, stated: str | None) -> str | None:
    """The article's headline as the page shows it, else as its head states it."""
    shown = [words for words in (words_of(heading) for heading in tree.xpath("//h1")) if words]
    inside = [words for words in (words_of(heading) for heading in tree.xpath("//article//h1|//main//h1")) if words]
    if stated:
        return next((one_line(words) for words in shown if words in stated or stated in words), stated)
    return one_line((inside or shown)[0]) if inside or shown else None


def _published(tree: HtmlElement, meta: dict[str, str], linked: dict[str, object]) -> str | None:
    stated = [_string(linked.get("datePublished")), *(meta.get(name) for name in _DATES)]
    for words in stated:
        if words and (day := iso_date(words)):
            return day
    times = tree.xpath("//time[@datetime][not(ancestor::aside or ancestor::nav or ancestor::footer)]")
    shown = {element.get("datetime") for element in times}
    return iso_date(shown.pop()) if len(shown) == 1 else None


def _canonical(tree: HtmlElement, meta: dict[str, str], linked: dict[str, object]) -> str | None:
    base = absolute_url(meta.get("og:url"))
    links = [link.get("href") for link in tree.xpath("//link[@rel='canonical'][@href]")]
    for url in links:
        if found := absolute_url(url, base or ""):
            return found
    return base or absolute_url(_string(linked.get("url")))
