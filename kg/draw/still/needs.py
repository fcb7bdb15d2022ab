"""The packages that draw still pictures, which not every installation has."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

from kg.errors import KgError

_PACKAGES: Final = ("pygraphviz", "fontTools", "fontpkg_arimo", "typst")


def is_installed() -> bool:
    """Whether still pictures can be drawn here."""
    return all(find_spec(one) is not None for one in _PACKAGES)


def demand() -> None:
    """Raises KgError where still pictures can't be drawn here."""
    if not is_installed():
        raise KgError("What draws still pictures isn't installed: install it with `pip install 'accordingto[draw]'`.")
