"""What can go wrong, each said in one sentence that tells the reader what to do."""


class KgError(Exception):
    """A failed job; its message is one clear sentence, and the command exits with 1."""


class UsageError(KgError):
    """The command or call was used wrongly (unknown name, bad option); the command exits with 2."""


class ArticleError(KgError):
    """One article can't be read; the others still are."""


class OntologyError(KgError):
    """The ontology's Turtle is wrong; the message names file and place."""


class QueryError(KgError):
    """A query can't be parsed or run; `place` is the line and column where it can't be parsed, as far as that is known."""

    place: tuple[int, int] | None = None


class StoreError(KgError):
    """The store can't be opened, read or written."""


class BusyError(StoreError):
    """Another process writes to the store."""


class StatementError(KgError):
    """A statement doesn't fit its article: its words aren't at its offsets, or it can't be written as RDF."""
