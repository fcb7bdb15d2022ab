"""axe-core on an open page: what keeps people from using it."""

from __future__ import annotations

from functools import lru_cache

from playwright.sync_api import Page

from kg.resources import front_end

_SERIOUS = ("serious", "critical")


def serious_faults(page: Page) -> list[str]:
    """What axe-core calls serious or critical: the rule, its help and where."""
    page.evaluate(_script())
    found = page.evaluate("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations")
    return [
        f"{one['id']}: {one['help']} ({', '.join(str(node['target']) for node in one['nodes'][:5])})"
        for one in found
        if one["impact"] in _SERIOUS
    ]


@lru_cache(maxsize=1)
def _script() -> str:
    return (front_end().parent / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
