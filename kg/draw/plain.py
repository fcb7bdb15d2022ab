"""The plain explorer: a graph as one HTML page of a few hand-written scripts, for where the front end couldn't be built."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Final

from kg.draw.graph import Graph
from kg.draw.safety import hash_source, policy_text, script_safe_json

_SCRIPTS: Final = ("text.js", "model.js", "layout.js", "geometry.js", "drawing.js", "panel.js", "view.js", "controls.js", "explore.js")
"""The page's scripts, inlined as one in this order."""

_PLACEHOLDER: Final = re.compile(r"\{\{(\w+)\}\}")


def markup(graph: Graph, *, title: str) -> str:
    """The page that shows this graph. Nothing in the data can become markup or code."""
    style = _file("explore.css")
    script = "".join(_file(name) for name in _SCRIPTS)
    policy = {
        "default-src": "'none'",
        "script-src": hash_source(script),
        "style-src": hash_source(style),
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }
    return _fill(
        _file("explore.html"),
        {
            "policy": html.escape(policy_text(policy)),
            "title": html.escape(title),
            "style": style,
            "script": script,
            "data": script_safe_json(graph),
        },
    )


def _file(name: str) -> str:
    return files("kg.draw").joinpath("page", name).read_text(encoding="utf-8")


def _fill(template: str, parts: Mapping[str, str]) -> str:
    """The template with its `{{placeholders}}` filled in one pass, so that what is filled in isn't read again."""
    return _PLACEHOLDER.sub(lambda match: parts[match[1]], template)
