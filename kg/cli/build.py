"""`kg build`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import DEFAULT_STORE, AllowImports, Ontology, Store
from kg.errors import KgError
from kg.terminal import printable

if TYPE_CHECKING:
    from kg.building import BuildReport
    from kg.changes import Changes

_SHOWN_PROBLEMS = 20


def build(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Articles, tables of them, folders; - for standard input.")],
    store: Store = DEFAULT_STORE,
    ontology: Ontology = None,
    allow_imports: AllowImports = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="Processes that read at the same time.")] = 1,
    model: Annotated[str | None, typer.Option("--model", help="A spaCy pipeline with parser and named entities.")] = None,
    base: Annotated[str | None, typer.Option("--base", metavar="IRI", help="What all IRIs of a new store begin with.")] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", help="Who published these articles.")] = None,
    published: Annotated[str | None, typer.Option("--published", metavar="DATE", help="When they were published.")] = None,
    metadata: Annotated[Path | None, typer.Option("--metadata", metavar="CSV", help="What is known of each file.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Take an article whose key the store has from elsewhere.")] = False,
) -> None:
    """Read articles into the store: what they say, with the sentence and the speaker for every fact."""
    from kg.cli.progress import counting
    from kg.reading import build_graph

    with counting("articles") as done:
        graph = build_graph(
            paths,
            store,
            ontology=ontology,
            allow_imports=allow_imports or (),
            model=model,
            jobs=jobs,
            replace=replace,
            base=base,
            publisher=publisher,
            published=published,
            metadata=metadata,
            progress=lambda article: done(article.key),
        )
    report = graph.report
    assert report is not None
    print(summary(report), file=sys.stderr)
    if not report.built + report.unchanged and any(one.kind == "error" for one in report.skipped):
        raise KgError("No article was read: see the reasons above.")


def summary(report: BuildReport) -> str:
    """What was done and what the store holds, a line each."""
    listed = [f"  {printable(one.source)}: {printable(one.reason)}" for one in report.skipped if one.kind == "error"]
    others = Counter(one.kind for one in report.skipped if one.kind != "error")
    done = f"{report.built} built, {report.unchanged} unchanged, {len(report.skipped)} skipped"
    statuses = ", ".join(f"{number} {status.value}" for status, number in report.statements.items())
    lines = [
        f"articles    {report.articles} ({done})",
        f"statements  {sum(report.statements.values())} ({statuses})",
        f"entities    {report.entities}",
        *(_changed(report.changed) if report.changed is not None else []),
        *([f"skipped: {', '.join(f'{number} {kind}' for kind, number in sorted(others.items()))}"] if others else []),
        *(["not read:", *listed] if listed else []),
        *_problems(report.problems),
    ]
    return "\n".join(lines)


def _changed(changes: Changes) -> list[str]:
    """What another ontology changed, relation by relation."""
    from kg.query.terms import local_name

    found = [(printable(local_name(one.relation)), one) for one in changes.by_relation()]
    told = _gained_and_lost(sum(one.gained for _, one in found), sum(one.lost for _, one in found))
    width = max((len(name) for name, _ in found), default=0)
    lines = [f"  {name:<{width}}  {_gained_and_lost(one.gained, one.lost)}, in {_articles(one.articles)}" for name, one in found]
    return [f"changed     {told}, in {_articles(changes.articles)} read again with another ontology", *lines]


def _gained_and_lost(gained: int, lost: int) -> str:
    return f"{gained} gained, {lost} lost"


def _articles(number: int) -> str:
    return f"{number} article{'' if number == 1 else 's'}"


def _problems(problems: tuple[str, ...]) -> list[str]:
    if not problems:
        return []
    more = len(problems) - _SHOWN_PROBLEMS
    return ["problems:", *(f"  {printable(one)}" for one in problems[:_SHOWN_PROBLEMS]), *([f"  and {more} more"] if more > 0 else [])]
