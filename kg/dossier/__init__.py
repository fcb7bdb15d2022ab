"""The first draft of a story on one entity: all that is said of it, each claim with its sentence and its speaker."""

from __future__ import annotations

from kg.dossier.composing import dossier
from kg.dossier.html import to_html
from kg.dossier.markdown import to_markdown
from kg.dossier.model import Dossier

__all__ = ["Dossier", "dossier", "to_html", "to_markdown"]
