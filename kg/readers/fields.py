"""The names under which tables and front matter give an article's metadata."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urldefrag, urljoin, urlsplit

from kg.readers.content import Metadata
from kg.readers.dates import iso_date

TEXT = ("text", "body", "content", "article", "article_text", "full_text", "fulltext", "maintext")
_TITLE = ("title", "headline", "heading")
_PUBLISHER = ("publisher", "source", "publication", "outlet", "site_name", "sitename", "newspaper")
PUBLISHED = ("published", "date", "published_at", "publication_date", "date_published", "datepublished", "pubdate", "publish_date")
URL = ("url", "canonical_url", "canonical", "link", "permalink")
_LONGEST = 1_000
_UNSTORABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_LONGEST_URL = 2_000


def first(fields: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    """The value of the first of the names that has one, without white space around it; `fields` has lower-case names."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def lower_names(fields: Mapping[str, object]) -> dict[str, object]:
    """The same fields by names in lower case, with `_` for blanks and hyphens."""
    return {str(name).strip().lower().replace(" ", "_").replace("-", "_"): value for name, value in fields.items()}


def metadata_of(fields: Mapping[str, object]) -> Metadata:
    """What the fields say about the article; a date that can't be read in one way, or an address that is none, is unknown."""
    named = lower_names(fields)
    return Metadata(
        title=one_line(first(named, _TITLE)),
        publisher=one_line(first(named, _PUBLISHER)),
        published=iso_date(first(named, PUBLISHED) or ""),
        url=absolute_url(first(named, URL)),
    )


def one_line(words: str | None) -> str | None:
    """The words on one line; None where there are none, or more than a title or a name has."""
    line = " ".join(_UNSTORABLE.sub("", words or "").split())
    return line if 0 < len(line) <= _LONGEST else None


def absolute_url(url: str | None, base: str = "") -> str | None:
    """The web address without fragment; None for what is none."""
    if not url or len(url) > _LONGEST_URL:
        return None
    try:
        whole = urldefrag(urljoin(base, url.strip())).url
        parts = urlsplit(whole)
        known = parts.scheme in ("http", "https") and parts.hostname
    except ValueError:
        return None
    return whole if known and whole.isprintable() and not re.search(r'[\s<>"{}|\\^`]', whole) else None
