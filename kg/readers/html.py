"""HTML pages: trafilatura says what is main text; headline, byline and captions come from the page's own tree."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction
from trafilatura.settings import Document

from kg.article import Role
from kg.errors import ArticleError
from kg.readers.blocks import assemble
from kg.readers.content import Content, EmptyArticleError
from kg.readers.decode import decode
from kg.readers.page import article_element, byline, captions, page_metadata, words_of

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # else its remarks on an empty page go to standard error

_DEEPEST = 200
_MOST_ELEMENTS = 100_000
_CROWDED = re.compile(  # the parser compares each attribute of a tag with all before it: 300,000 of them take it ten minutes
    r"""<[a-z][^\s/<>]{0,100}+
    (?> [\s/]*+ (?:=?[^\s/>=]{1,200}+|=) (?: \s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]{0,1000}+(?=[\s>])) | (?=[\s/>]) ) ){2000}+""",
    re.IGNORECASE | re.VERBOSE,
)
_WHITE_SPACE = re.compile(r"\s+")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]{1,40})""", re.IGNORECASE)
_UNSEEN = (
    "//script|//style|//template|//noscript|//iframe|//object|//svg|//*[@hidden]|//*[@aria-hidden='true']"
    "|//*[re:test(@style, '(display\\s*:\\s*none|visibility\\s*:\\s*hidden)', 'i')]"
)
_AROUND_NAMES = r"(^|[ _-])(nav|navbar|navigation|menu|breadcrumbs?|footer|cookies?|comments|sidebar)($|[ _-])"
_AROUND = (  # which trafilatura keeps on short pages; what holds the article isn't around it, whatever its name
    "(//nav|//footer|//form[count(.//p) < 4]|//button|//select"
    "|//*[@role='navigation' or @role='contentinfo' or @role='search' or @role='dialog']"
    f"|//body//*[re:test(concat(@id, ' ', @class), '{_AROUND_NAMES}', 'i')])"
    "[not(self::article or self::main or .//article or .//main or .//h1)]"
)
_REGULAR_EXPRESSIONS = {"re": "http://exslt.org/regular-expressions"}
_BLOCKS = frozenset(("p", "head", "list", "item", "quote", "table", "row", "cell", "div", "code"))


def read_html(raw: bytes) -> Content:
    """The content of a page.

    Raises ArticleError for what is no text or nested too deeply, EmptyArticleError where there is no article in it.
    """
    declared = _CHARSET.search(raw[:4096])
    tree = _parsed(decode(raw, declared[1].decode("ascii", "replace") if declared else None))
    metadata, headline = page_metadata(tree)
    for element in tree.xpath(_UNSEEN, namespaces=_REGULAR_EXPRESSIONS):
        element.drop_tree()
    main = list(_main_text(tree))
    if not main:
        raise EmptyArticleError("there is no article text in the page")
    article = article_element(tree, [words for words, _ in main])
    apart = {words_of(shown) for shown in tree.iter("time")}
    text, blocks = assemble(
        _in_order(headline, byline(article), [piece for piece in main if piece[0] not in apart], list(captions(tree, article)))
    )
    return Content(text, blocks, metadata)


def _parsed(text: str) -> HtmlElement:
    """The page's tree, of bounded size and depth: what walks it later need not fear either."""
    if _CROWDED.search(text):
        raise ArticleError("one of its elements has thousands of attributes: save the page's text as plain text instead")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        raise EmptyArticleError("there is no page in it") from None
    depth = elements = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > _DEEPEST or elements > _MOST_ELEMENTS:
            raise ArticleError("its elements are too many or nested too deeply for an article: save the page's text as plain text instead")
        if event == "start":
            element.text, element.tail = _in_xml(element.text), _in_xml(element.tail)
    return tree


def _in_xml(words: str | None) -> str | None:
    """The words as a tree can hold them: a reference such as `&#27;` is read, but can't be written again."""
    return _NOT_XML.sub("\ufffd", words) if words else words


def _main_text(tree: HtmlElement) -> Iterator[tuple[str, Role]]:
    """The main text's paragraphs, subheadings and quotations in order."""
    tree = deepcopy(tree)
    for element in tree.xpath(_AROUND, namespaces=_REGULAR_EXPRESSIONS):
        element.drop_tree()
    for element in tree.iter():  # so that the line ends in what trafilatura gives are its own, which divide paragraphs
        element.text, element.tail = (_WHITE_SPACE.sub(" ", words) if words else words for words in (element.text, element.tail))
    document = bare_extraction(tree, include_comments=False)
    if isinstance(document, Document) and document.body is not None:
        yield from _pieces(document.body, Role.PARAGRAPH)


def _pieces(element: etree._Element, role: Role) -> Iterator[tuple[str, Role]]:
    """The texts of the innermost blocks; line breaks divide them."""
    role = {"head": Role.HEADLINE, "quote": Role.QUOTE}.get(str(element.tag), role)
    lines = [element.text or ""]
    for child in element:
        if child.tag in _BLOCKS:
            yield from _one_line_each(lines, role)
            yield from _pieces(child, role)
            lines = [""]
        elif child.tag == "lb":
            lines.append("")
        else:
            lines[-1] += "".join(str(part) for part in child.itertext())
        lines[-1] += child.tail or ""
    yield from _one_line_each(lines, role)


def _one_line_each(lines: list[str], role: Role) -> Iterator[tuple[str, Role]]:
    yield from ((words, role) for words in (" ".join(line.split()) for line in "\n".join(lines).split("\n")) if words)


def _in_order(
    headline: str | None, author: str | None, main: list[tuple[str, Role]], pictures: list[tuple[str, Role]]
) -> Iterator[tuple[str, Role]]:
    """Headline, byline, main text, then the captions and their credits, none of them twice."""
    apart = {headline, author, *(words for words, _ in pictures)}
    if headline:
        yield headline, Role.HEADLINE
    if author:
        yield author, Role.BOILERPLATE
    yield from (piece for piece in main if piece[0] not in apart)
    yield from dict.fromkeys(pictures)
