"""What every page of the built front end stands in: one script, one style sheet, settings and data, and a policy that allows no more."""

from __future__ import annotations

import gzip
import html
import json
import re
from base64 import b64encode
from pathlib import Path
from typing import Final, TypedDict

from kg.draw.graph import Graph
from kg.draw.safety import hash_source, policy_text, script_safe_json
from kg.resources import front_end

NOT_BUILT: Final = (
    "This installation has the plain explorer, since the npm registry wasn't reached when it was made: "
    "where it can be, run `pip install --force-reinstall --no-deps accordingto` (in a checkout `python hatch_build.py`)."
)
"""What to tell a user who gets the plain explorer."""


class Settings(TypedDict):
    """How a page works: `live` where a server answers it, `edit` where that takes decisions."""

    title: str
    live: bool
    edit: bool


def is_built() -> bool:
    """Whether the front end was built when this was installed."""
    return (front_end() / "explorer.js").is_file()


def shell(entry: str, settings: Settings, graph: Graph | None = None) -> str:
    """The page of an entry ("explorer", "query"), with the graph in it where there is one. Nothing in it can become markup or code."""
    script, style = _code(front_end() / f"{entry}.js"), _code(front_end() / f"{entry}.css")
    return (
        "<!doctype html>\n"
        '<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy(script, style, live=settings["live"]))}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{html.escape(settings['title'])}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        '<div id="app"></div>\n'
        "<noscript>This page draws its graph with JavaScript, which is switched off here; nothing is loaded from the network.</noscript>\n"
        f'<script type="application/json" id="settings">{script_safe_json(settings)}</script>\n'
        f'<script type="application/octet-stream" id="data">{"" if graph is None else _packed(graph)}</script>\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def policy(script: str, style: str, *, live: bool) -> str:
    """What a page may do: run this script and this style, the layout's worker (made of the script's own code), and ask its own server."""
    return policy_text(
        {
            "default-src": "'none'",
            "script-src": hash_source(script),
            "style-src": hash_source(style),
            "worker-src": "blob:",
            "img-src": "blob: data:",
            "connect-src": "'self'" if live else "'none'",
            "base-uri": "'none'",
            "form-action": "'none'",
            "require-trusted-types-for": "'script'",
            "trusted-types": "default",
        }
    )


def _packed(graph: Graph) -> str:
    """The graph as JSON, gzipped, in base64; the same graph gives the same characters."""
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return b64encode(gzip.compress(text.encode("utf-8", "surrogatepass"), mtime=0)).decode()


def _code(path: Path) -> str:
    """A built file's code, which a page must be able to hold as it is."""
    code = path.read_text(encoding="utf-8")
    assert not re.search("</script|</style|<!--", code, re.IGNORECASE), f"{path.name} can't stand in a page"
    return code
