"""The options that choose the part of a store to be drawn."""

from __future__ import annotations

import pytest

from kg.cli.parts import Wanted
from kg.errors import UsageError
from tests.draw.campaign import campaign_store


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (Wanted(start="Telcora"), "--from and --to go together"),
        (Wanted(end="Telcora"), "--from and --to go together"),
        (Wanted(start="Telcora", end="Oklahoma", entity="Westmark"), "stand alone"),
        (Wanted(start="Telcora", end="Oklahoma", query="disputed"), "stand alone"),
        (Wanted(depth=2), "--entity"),
        (Wanted(query="about", entity="Telcora", depth=2), "no --query"),
        (Wanted(entity="Telcora", any_status=True), "--any-status"),
    ],
)
def test_options_that_do_not_go_together_are_refused(wanted: Wanted, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        wanted.part(campaign_store(), "unused")


def statements(wanted: Wanted) -> set[str]:
    part = wanted.part(campaign_store(), "unused")
    assert part is not None
    return {one.removeprefix("urn:kg:article/") for one in part.statements}


def test_each_option_has_its_part() -> None:
    assert Wanted().part(campaign_store(), "unused") is None
    reach = [len(statements(Wanted(entity="Telcora", depth=depth))) for depth in (0, 1, 2)]
    assert reach == sorted(set(reach))
    assert statements(Wanted(entity="Telcora")) == statements(Wanted(entity="Telcora", depth=2))
    assert "first#s-022" not in statements(Wanted(start="Jonas Weil", end="Telcora"))
    assert "first#s-022" in statements(Wanted(start="Jonas Weil", end="Telcora", any_status=True))


def test_a_part_without_arrows_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert statements(Wanted(start="Telcora", end="two people who know the contract")) == set()
    assert "no arrows" in capsys.readouterr().err
