"""An article that somebody hands in: its facts are told as they are found, and nothing is kept unless asked."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from kg.article import Article
from kg.draw.graph import ArticleData
from kg.draw.reading import data
from kg.draw.selecting import Part
from kg.errors import ArticleError, UsageError
from kg.iris import DEFAULT_BASE, article_iri
from kg.manifest import Versions, code_version, read_manifest
from kg.readers.content import Content, Metadata
from kg.readers.fields import absolute_url, one_line
from kg.readers.html import read_html
from kg.readers.markdown import read_markdown
from kg.readers.text import read_text
from kg.server.edits import Setting, loaded
from kg.statement import Statement
from kg.store import open_store
from kg.store.interface import Store
from kg.store.oxigraph import OxigraphStore

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LONGEST: Final = 200_000
"""Characters of an article: the parser needs some 3 kB of memory for each."""
_FIRST: Final = 2_000
"""Characters that are read before the whole article is, so that something is to be seen soon; then twice as many, and so on."""
_READERS: Final[Mapping[str, Callable[[bytes], Content]]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
}


@dataclass(frozen=True, slots=True)
class Handed:
    """An article as it is handed in: its text in the format that the name's suffix tells, and what is known of it ("": nothing)."""

    text: str
    name: str = "pasted.txt"
    title: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""


def preview(store: Store, setting: Setting, handed: Handed) -> Generator[dict[str, Any], None, None]:
    """`{"article": …}` first, then `{"graph": …, "done": …, "of": …}` for each sentence that says something: facts as they are found in
    what was read so far, `done` of so many characters. The last one is `final`: it has all facts of the whole article, in place of what
    was told before, since what stands later in an article can tell more of what stands before. Raises UsageError."""
    article = _article(handed)
    manifest = read_manifest(store)
    base = manifest.base if manifest else DEFAULT_BASE
    size = len(article.text)
    yield {"article": _data(article, base), "done": 0, "of": size}
    reading = _Reading(setting, base)
    for end in _ends(article):
        so_far = article if end == size else _beginning(article, end)
        for statements in reading.news(so_far):
            yield {"graph": reading.graph(statements), "done": statements[-1].evidence.end, "of": size}
    yield {"graph": reading.graph(), "done": size, "of": size, "final": True, "problems": list(reading.problems)}


def keep(store: Store, setting: Setting, handed: Handed) -> dict[str, Any]:
    """Read the article and put it into the store. Raises UsageError, and BusyError where another process writes to it."""
    from kg.editing import Editor

    article = _article(handed)
    doc = _read(_pipeline(setting.ontology, setting.allow_imports), article)
    statements = _statements(doc, article)
    ontology = loaded(setting.ontology, setting.allow_imports)
    with open_store(setting.location) as opened:
        editor = Editor(opened, ontology)
        editor.put(article, statements, _versions(setting))
        return {"article": article_iri(article.key, editor.base).value, "statements": len(statements)}


class _Reading:
    """An article read again and again, each time more of it."""

    def __init__(self, setting: Setting, base: str) -> None:
        from kg.editing import Editor

        self._nlp, self._base = _pipeline(setting.ontology, setting.allow_imports), base
        self._editor = Editor(OxigraphStore(), loaded(setting.ontology, setting.allow_imports), base=base)
        self._versions = _versions(setting)
        self._told: set[str] = set()
        self._iris: dict[Statement, str] = {}
        self.problems: tuple[str, ...] = ()

    def news(self, article: Article) -> Iterator[list[Statement]]:
        """The statements that weren't found before, sentence by sentence."""
        from kg.language.notes import problems
        from kg.rdf import by_iri

        doc = _read(self._nlp, article)
        found = by_iri(article, _statements(doc, article), base=self._base)
        self._editor.put(article, found.values(), self._versions)
        self.problems = problems(doc)
        self._iris = {one: iri.value for iri, one in found.items()}
        new = sorted((one for one, iri in self._iris.items() if iri not in self._told), key=lambda one: one.place)
        self._told.update(self._iris.values())
        ends = [sentence.end_char for sentence in doc.sents]
        while new:
            end = next((one for one in ends if one > new[0].evidence.start), len(article.text))
            sentence = [one for one in new if one.evidence.start < end]
            new = new[len(sentence) :]
            yield sentence

    def graph(self, statements: list[Statement] | None = None) -> Any:
        """The graph of these statements, or of all that were found last; without the text, which was told first."""
        part = None if statements is None else Part(frozenset(self._iris[one] for one in statements))
        found = data(self._editor.store, part)
        for one in found["articles"]:
            one["text"] = None
        return found


def _article(handed: Handed) -> Article:
    suffix = PurePosixPath(handed.name).suffix.lower()
    if suffix not in _READERS:
        raise UsageError(f"{handed.name[:100]!r} is of a kind that isn't read: its name ends in {', '.join(_READERS)}.")
    if len(handed.text) > LONGEST:
        raise UsageError(f"The article has more than {LONGEST:,} characters: build it with `kg build`.")
    try:
        content = _READERS[suffix](handed.text.encode())
    except ArticleError as error:
        raise UsageError(f"The article can't be read: {error}.") from error
    told = Metadata(one_line(handed.title), one_line(handed.publisher), _date(handed.published), _url(handed.url)).over(content.metadata)
    key = told.url or "sha256:" + hashlib.sha256(content.text.encode()).hexdigest()
    return Article(key, content.text, content.blocks, PurePosixPath(handed.name).stem, **asdict(told))


def _date(text: str) -> str | None:
    from kg.readers.dates import iso_date

    found = iso_date(text) if text else None
    if text and found is None:
        raise UsageError(f"{text[:60]!r} can't be read as a date in one way only: give it as 2024-03-05.")
    return found


def _url(text: str) -> str | None:
    found = absolute_url(text)
    if text and found is None:
        raise UsageError(f"{text[:60]!r} is no address of the web: give it whole, from https:// on.")
    return found


def _ends(article: Article) -> list[int]:
    """Up to where an article is read: ends of its blocks, each at least twice as far as the one before, and its end."""
    found: list[int] = []
    for block in article.blocks:
        if block.end >= (2 * found[-1] if found else _FIRST) and 2 * block.end <= len(article.text):
            found.append(block.end)
    return [*found, len(article.text)]


def _beginning(article: Article, end: int) -> Article:
    """What of an article stands before a block's end."""
    return replace(article, text=article.text[:end], blocks=tuple(one for one in article.blocks if one.end <= end))


def _data(article: Article, base: str) -> ArticleData:
    iri = article_iri(article.key, base).value
    return ArticleData(
        id=iri, title=article.title, publisher=article.publisher, published=article.published, url=article.url, text=article.text
    )


def _read(nlp: Language, article: Article) -> Doc:
    """The article through all of the pipeline, and past the cache of parses: nothing of it stays."""
    from kg.language.blocks import make_doc
    from kg.language.english import is_english
    from kg.language.notes import note

    if not is_english(article.text):
        doc = nlp.make_doc("")
        note(doc, "The article isn't English as far as its words tell, and wasn't read for statements.")
        return doc
    doc = make_doc(nlp, article)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def _statements(doc: Doc, article: Article) -> list[Statement]:
    """The statements whose words are at their offsets."""
    from kg.errors import StatementError
    from kg.language.pipeline import statements
    from kg.rdf import check

    fitting = []
    for one in statements(doc):
        try:
            check(article, one)
        except StatementError:
            continue
        fitting.append(one)
    return fitting


@lru_cache(maxsize=1)
def _pipeline(paths: tuple[Path, ...], allow_imports: tuple[str, ...]) -> Language:
    """The pipeline, loaded once in a process."""
    from kg.extractors.articles import create_pipeline

    return create_pipeline(None, list(paths) or None, allow_imports)


def _versions(setting: Setting) -> Versions:
    from kg.language.model import version
    from kg.ontology.reading import reading_digest

    nlp = _pipeline(setting.ontology, setting.allow_imports)
    return Versions(version(nlp), reading_digest(loaded(setting.ontology, setting.allow_imports)), code_version())
