"""What people correct in a store: an article taken out, a statement set aside or taken back in; and whether all is still right."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Final

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg import vocabulary as v
from kg.editing import Editor
from kg.errors import StoreError, UsageError
from kg.identity.decisions import Rejection, Restoration, reject_statement
from kg.iris import article_of
from kg.manifest import Manifest, read_manifest
from kg.ontology.model import Ontology
from kg.store.interface import Store
from kg.view.stored import Drift, drift

_SHOWN: Final = 8
_UNMISTAKABLE: Final = 6
_NOTHING_BUILT: Final = "Nothing was built into this store yet: run `kg build` first, or name another with --store."
_ARTICLES: Final = f"SELECT ?a ?key ?doc {{ ?a a {v.NEWS_ARTICLE} ; {v.KEY} ?key ; {v.DOC} ?doc }}"
_STATEMENTS: Final = f"SELECT ?a {{ GRAPH ?g {{ ?a a {v.STATEMENT} }} "


def remove(store: Store, article: str, *, ontology: Ontology) -> NamedNode:
    """Take an article out: its statements, and what rests on them alone. Returns its IRI.

    `article` is its key, short name (`doc`), IRI or the end of its IRI. Raises UsageError where it is none or several of the store's.
    """
    editor = _editor(store, ontology)
    known = {row["a"]: {row["key"], row["doc"]} for row in _rows(store, _ARTICLES)}
    iri = NamedNode(_chosen("article", article, known))
    editor.remove(iri)
    return iri


def reject(store: Store, statement: str, *, why: str, who: str, ontology: Ontology, when: datetime | None = None) -> Rejection:
    """Set a statement aside: it stays in its article's graph but leaves the view, also after the article is read anew.

    `statement` is its IRI or the end of it; `when` is now unless it is given. Raises UsageError where it is none or several.
    """
    editor = _editor(store, ontology)
    try:
        end = Literal(statement)
    except ValueError:  # half of a surrogate pair
        raise UsageError(f"There is no statement {statement!r} in the store.") from None
    ending = _rows(store, f"{_STATEMENTS} FILTER(STRENDS(STR(?a), {end})) }}")
    candidates = ending or _rows(store, f"{_STATEMENTS} }} ORDER BY ?a LIMIT {_SHOWN + 1}")
    iri = NamedNode(_chosen("statement", statement, {row["a"]: () for row in candidates}))
    source = editor.source(article_of(iri))
    if source is None or iri not in source.statements:
        raise StoreError(f"The graph of {iri.value} isn't as kg wrote it: build its article again with --replace.")
    decision = reject_statement(source.statements[iri], base=editor.base, who=who, why=why, when=_moment(when))
    editor.decide(decision)
    return decision


def restore(
    store: Store, statement: str, *, ontology: Ontology, why: str | None = None, who: str = "", when: datetime | None = None
) -> Rejection:
    """Take a rejection back. `statement` is the rejected statement's IRI or the end of it. Raises UsageError where none was rejected.

    A reason is kept, with who gave it and when, in the rejection's place; without one nothing tells that there was a rejection.
    """
    editor = _editor(store, ontology)
    rejections = {one.statement.value: one for one in editor.decisions() if isinstance(one, Rejection)}
    decision = rejections[_chosen("rejected statement", statement, dict.fromkeys(rejections, ()))]
    if why is None:
        editor.undo(decision)
    else:
        editor.decide(Restoration(decision.statement, decision.article, who, why, _moment(when)))
    return decision


def verify(store: Store, ontology: Ontology) -> Drift:
    """Compute the whole view anew and compare it with the store's: false where nothing differs. Changes nothing."""
    return drift(store, ontology, _manifest(store, ontology).base)


def _editor(store: Store, ontology: Ontology) -> Editor:
    return Editor(store, ontology, base=_manifest(store, ontology).base)


def _manifest(store: Store, ontology: Ontology) -> Manifest:
    """The store's manifest. StoreError where there is none, UsageError for another ontology than the view was made with."""
    manifest = read_manifest(store)
    if manifest is None:
        raise StoreError(_NOTHING_BUILT)
    if manifest.ontology != ontology.digest:
        raise UsageError("The store was built with another ontology: name that with --ontology, or build again with this one.")
    return manifest


def _chosen(kind: str, given: str, known: Mapping[str, Collection[str]]) -> str:
    """The IRI that is meant: itself, one that has this name, or one that ends so. UsageError lists what could be meant."""
    if given in known:
        return given
    found = [iri for iri, names in known.items() if given in names] or [iri for iri in known if _ends_in(iri, given)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{len(found)} {kind}s are called {given!r}; give one of them in full: {_listed(found)}.")
    if known:
        raise UsageError(f"There is no {kind} {given!r} in the store; it has: {_listed(known)}.")
    raise UsageError(f"There is no {kind} in the store.")


def _ends_in(iri: str, given: str) -> bool:
    """Whether the IRI's end is given, long enough not to be so by chance."""
    if not given or not iri.endswith(given):
        return False
    return len(given) >= _UNMISTAKABLE or iri[: -len(given)].endswith(("/", "#", "-", ":"))


def _listed(iris: Collection[str]) -> str:
    shown = sorted(iris)[:_SHOWN]
    return ", ".join(shown) + (" and more" if len(iris) > _SHOWN else "")


def _moment(when: datetime | None) -> str:
    moment = (when or datetime.now(UTC)).astimezone(UTC)
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def _rows(store: Store, text: str) -> list[dict[str, str]]:
    found = store.query(text)
    assert isinstance(found, QuerySolutions)
    names = [one.value for one in found.variables]
    return [{name: row[name].value for name in names} for row in found]
