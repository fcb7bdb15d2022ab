"""A graph, or a part of one, as Python users look at it: a notebook shows it, and it's saved in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterable
from html import escape
from pathlib import Path
from typing import Final

from kg.draw.explore import markup, title_of
from kg.draw.graph import Graph
from kg.draw.still.files import resolution_of, save, size_of
from kg.draw.still.needs import is_installed
from kg.draw.still.picture import picture
from kg.draw.still.words import counted
from kg.errors import KgError
from kg.files import replace

_MOST_HTML: Final = 4_000_000
"""Characters: a larger page would make a notebook's file unwieldy."""
_FRAME: Final = "width:100%;height:600px;border:0"
_ALLOWED: Final = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
"""The page's own scripts, saving its picture, and opening an article's address: nothing of the notebook around it."""


class Picture:
    """What a store says, or a part of it, to be looked at. In a notebook it shows itself: as the explorer, elsewhere as a still picture."""

    def __init__(self, data: Graph, asked: Collection[str] = ()) -> None:
        """`data` are its nodes and arrows as plain dicts; the nodes (by id) that were `asked` for stand out."""
        self.data, self._asked = data, asked

    def svg(self, *, title: str | None = None, size: str | None = None) -> str:
        """A still picture, as `kg draw` makes it. Raises KgError where there is nothing to draw, UsageError for a size that is none."""
        return picture(self.data, heading_text=title, size=None if size is None else size_of(size), asked=self._asked)

    def html(self, *, title: str | None = None) -> str:
        """The explorer's page, as `kg explore` writes it."""
        return markup(self.data, title=title if title is not None else title_of(self.data))

    def save(self, out: str | Path, *, title: str | None = None, size: str | None = None) -> None:
        """Write a file: .html is the explorer, .svg, .png and .pdf are still. Raises UsageError for another suffix, KgError where it can't
        be written or drawn."""
        if Path(out).suffix.lower() == ".html":
            replace(Path(out), self.html(title=title))
        else:
            save(self.svg(title=title, size=size), Path(out), resolution_of(size))

    def __repr__(self) -> str:
        statuses = Counter(arrow["status"] for arrow in self.data["arrows"])
        statuses.update({"derived": len(self.data["derived"])} if self.data["derived"] else {})
        told = ", ".join(f"{number:,} {status}" for status, number in sorted(statuses.items()))
        joined = {one for arrow in (*self.data["arrows"], *self.data["derived"]) for one in (arrow["subject"], arrow["object"])}
        parts = (
            counted(len(joined), "name", "names"),
            counted(statuses.total(), "arrow", "arrows") + (f" ({told})" if told else ""),
            counted(len(self.data["articles"]), "article", "articles"),
        )
        return f"<{', '.join(parts)}>"

    def _repr_mimebundle_(self, include: Iterable[str] | None = None, exclude: Container[str] | None = None) -> dict[str, str]:
        """What a notebook may choose from: the explorer in a frame that can reach nothing else, a still picture, a line of text."""
        made = {"text/plain": self._plain, "image/svg+xml": self._still, "text/html": self._frame}
        wanted = [kind for kind in made if (include is None or kind in include) and (exclude is None or kind not in exclude)]
        return {kind: shown for kind in wanted if (shown := made[kind]())}

    def _plain(self) -> str:
        return repr(self)

    def _still(self) -> str:
        """Nothing where none can be drawn."""
        if not is_installed():
            return ""
        try:
            return self.svg()
        except KgError:
            return ""

    def _frame(self) -> str:
        page = self.html()
        return f'<iframe sandbox="{_ALLOWED}" style="{_FRAME}" srcdoc="{escape(page)}"></iframe>' if len(page) <= _MOST_HTML else ""
