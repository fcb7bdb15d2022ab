"""The explorer: a store's relationship graph as one self-contained HTML page that opens offline."""

from __future__ import annotations

import hashlib
import html
import json
import re
from base64 import b64encode
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

from kg.draw.graph import Graph, data
from kg.store.interface import Store

__all__ = ["data", "markup", "page"]

_SCRIPTS: Final = ("text.js", "model.js", "layout.js", "geometry.js", "drawing.js", "panel.js", "view.js", "controls.js", "explore.js")
"""The page's scripts, inlined as one in this order."""

_PLACEHOLDER: Final = re.compile(r"\{\{(\w+)\}\}")
_UNSAFE_IN_SCRIPT: Final = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def page(store: Store, *, title: str | None = None) -> str:
    """The store's relationship graph as an HTML page that asks for nothing else: no network, no file. Raises QueryError.

    Without a title it's the only article's, else a general one. The same store gives the same characters.
    """
    graph = data(store)
    return markup(graph, title=title if title is not None else _title(graph))


def markup(graph: Graph, *, title: str) -> str:
    """The page that shows this graph. Nothing in the data can become markup or code."""
    style = _file("explore.css")
    script = "".join(_file(name) for name in _SCRIPTS)
    policy = {
        "default-src": "'none'",
        "script-src": _hash_source(script),
        "style-src": _hash_source(style),
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }
    return _fill(
        _file("explore.html"),
        {
            "policy": html.escape("; ".join(f"{name} {value}" for name, value in policy.items())),
            "title": html.escape(title),
            "style": style,
            "script": script,
            "data": script_safe_json(graph),
        },
    )


def script_safe_json(value: Any) -> str:
    """JSON that can stand inside a `<script>` element: no character of it can end the element, begin a comment or break a line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE_IN_SCRIPT)


def _title(graph: Graph) -> str:
    articles = graph["articles"]
    own = articles[0]["title"] if len(articles) == 1 else None
    return own or "Who is connected to whom"


def _file(name: str) -> str:
    return files("kg.draw").joinpath("page", name).read_text(encoding="utf-8")


def _hash_source(code: str) -> str:
    """How a Content-Security-Policy allows exactly this inline code."""
    return f"'sha256-{b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def _fill(template: str, parts: Mapping[str, str]) -> str:
    """The template with its `{{placeholders}}` filled in one pass, so that what is filled in isn't read again."""
    return _PLACEHOLDER.sub(lambda match: parts[match[1]], template)
