"""Articles → statements: the pipeline over many, in the order they came, with what went wrong beside what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.article import Article
from kg.collector import held_off, settled
from kg.language import pipeline
from kg.language.blocks import make_doc
from kg.language.english import is_english
from kg.language.model import load_model
from kg.language.notes import note, problems
from kg.statement import Extraction

_BATCH = 32  # articles in a process's hands at a time
_OWN = ["kg_parse", "kg"]
_BATCH_SIZE = 300_000  # and characters of them; the parser needs some 3 kB for each


def create_pipeline(
    model: str | Language | None = None, ontology_paths: Sequence[Path] | None = None, allow_imports: Sequence[str] = ()
) -> Language:
    """A spaCy pipeline (its name, or loaded and then changed) that ends in statements, its wordings compiled. Raises UsageError and
    OntologyError."""
    nlp = model if isinstance(model, Language) else load_model(model)
    nlp.add_pipe("kg_blocks", first=True)
    nlp.add_pipe("kg_parse")
    config = {"ontology": [str(path) for path in ontology_paths], "allow_imports": list(allow_imports)} if ontology_paths else {}
    pipe = nlp.add_pipe("kg", config=config)
    assert isinstance(pipe, pipeline.Pipe)
    pipe.compile()  # before any process is forked, so that they share it
    return nlp


def extract_articles(
    articles: Iterable[Article],
    *,
    model: str | Language | None = None,
    ontology_paths: Sequence[Path] | None = None,
    allow_imports: Sequence[str] = (),
    jobs: int = 1,
) -> Iterator[Extraction]:
    """What each article states, in the order of the articles, read by `jobs` processes; the pipeline is loaded with the first article."""
    remaining = iter(articles)
    first = next(remaining, None)
    if first is None:
        return
    with held_off():
        nlp = create_pipeline(model, ontology_paths, allow_imports)
    with settled():
        for article, doc in read_articles(nlp, _chain(first, remaining), jobs=jobs):
            yield Extraction(article, pipeline.statements(doc), problems(doc))


def read_articles(nlp: Language, articles: Iterable[Article], *, jobs: int = 1) -> Iterator[tuple[Article, Doc]]:
    """Each article with its Doc, on which the pipeline's layers hang what they found; what was parsed before isn't parsed again."""
    tasks = (_task(nlp, article) for article in articles)
    for some in _batches(tasks) if jobs == 1 else [tasks]:  # several processes take theirs from one queue
        with nlp.select_pipes(enable=_OWN):
            for doc, article in nlp.pipe(some, as_tuples=True, n_process=jobs, batch_size=max(1, _BATCH // jobs)):
                yield article, doc


def _batches(tasks: Iterable[tuple[Doc, Article]]) -> Iterator[list[tuple[Doc, Article]]]:
    """Articles that are parsed together: not so many that their memory adds up."""
    some: list[tuple[Doc, Article]] = []
    size = 0
    for task in tasks:
        if some and (len(some) == _BATCH or size + len(task[1].text) > _BATCH_SIZE):
            yield some
            some, size = [], 0
        some.append(task)
        size += len(task[1].text)
    if some:
        yield some


def _chain(first: Article, remaining: Iterator[Article]) -> Iterator[Article]:
    yield first
    yield from remaining


def _task(nlp: Language, article: Article) -> tuple[Doc, Article]:
    """An article's Doc; one that is too long for the parser's memory, or no English, is left empty, with a note."""
    if len(article.text) > nlp.max_length:
        doc = nlp.make_doc("")
        note(doc, f"{article.key} has over {nlp.max_length:,} characters and wasn't read for statements: split it.")
        return doc, article
    if not is_english(article.text):
        doc = nlp.make_doc("")
        note(doc, f"{article.key} isn't English as far as its words tell, and wasn't read for statements.")
        return doc, article
    return make_doc(nlp, article), article
