"""Who says what in the texts of a folder, for benchmarks of attribution: the layer by itself, without ontology or store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypedDict

from kg.article import Article
from kg.errors import ArticleError, KgError, UsageError
from kg.language.annotations import Attribution, read
from kg.language.attribution import attributions
from kg.language.blocks import make_doc
from kg.language.model import load_model
from kg.language.tokens import Doc
from kg.readers.text import text_content

Span = list[int]
_BATCH = 32


class Row(TypedDict):
    """One attribution. Every span is `[start, end]` in the code points of the file's text; where a content is interrupted, a list of these.

    `source` is null where nobody is named. `stance` is as `kg.language.annotations.Attribution` has it.
    """

    doc: str
    source: Span | None
    cue: Span
    content: Span | list[Span]
    stance: str


def attributed(folder: Path, *, model: str | None = None, problem: Callable[[str], None] = lambda sentence: None) -> Iterator[Row]:
    """The attributions of every .txt file of a folder, in the order of the files' names and of the text.

    Files are read as UTF-8, newlines as they are. `problem` is told, a sentence each, of files that can't be read.
    Raises UsageError where the folder isn't there or has no such file, KgError where none could be read.
    """
    if not folder.is_dir():
        raise UsageError(f"There is no folder {str(folder)!r}: name one that holds .txt files.")
    files = sorted((one for one in folder.iterdir() if one.suffix == ".txt" and one.is_file()), key=lambda one: one.stem)
    if not files:
        raise UsageError(f"There is no .txt file in {str(folder)!r}: name a folder that holds some.")
    nlp = load_model(model)
    nlp.add_pipe("kg_blocks", first=True)
    read_any = False
    tasks = ((make_doc(nlp, article), article.doc) for article in _articles(files, nlp.max_length, problem))
    for doc, name in nlp.pipe(tasks, as_tuples=True, batch_size=_BATCH):
        read_any = True
        yield from rows(attributions(Doc(doc)), name)
    if not read_any:
        raise KgError("No file was read: see the reasons above.")


def rows(doc: Doc, name: str) -> list[Row]:
    """A Doc's attributions, the pieces of one content together, in the order of the contents."""
    pieces: dict[tuple[int, int, int, int, str], list[Span]] = {}
    for one in read(doc, Attribution):
        key = (one.source_start, one.source_end, one.cue_start, one.cue_end, one.stance)
        pieces.setdefault(key, []).append([one.content_start, one.content_end])
    found: list[tuple[list[Span], Row]] = []
    for (start, end, cue_start, cue_end, stance), spans in pieces.items():
        content = [_characters(doc, *span) for span in _merged(spans)]
        source = _characters(doc, start, end) if start < end else None
        cue, whole = _characters(doc, cue_start, cue_end), content[0] if len(content) == 1 else content
        found.append((content, Row(doc=name, source=source, cue=cue, content=whole, stance=stance)))
    return [row for _, row in sorted(found, key=lambda one: (one[0], one[1]["cue"], one[1]["source"] or []))]


def _articles(files: list[Path], longest: int, problem: Callable[[str], None]) -> Iterator[Article]:
    for path in files:
        try:
            text = path.read_bytes().decode("utf-8")
            if len(text) > longest:
                raise ArticleError(f"it has over {longest:,} characters: split it")
            blocks = text_content(text).blocks
        except (OSError, UnicodeDecodeError, ArticleError) as error:
            problem(f"{path.name} was left out: {error}.")
            continue
        yield Article(key=path.stem, text=text, blocks=blocks, doc=path.stem)


def _merged(spans: list[Span]) -> list[Span]:
    """Token ranges in order, those that touch as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1][1] = max(found[-1][1], end)
        else:
            found.append([start, end])
    return found


def _characters(doc: Doc, start: int, end: int) -> Span:
    return [doc[start].idx, doc[end - 1].idx + len(doc[end - 1])]
