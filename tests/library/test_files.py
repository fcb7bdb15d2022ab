"""Files that are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

from kg.files import replace


def test_what_utf8_cannot_hold_ends_no_command(tmp_path: Path) -> None:
    replace(tmp_path / "page.html", "<title>bad\udcff 🚢</title>\r\n")
    assert (tmp_path / "page.html").read_bytes() == "<title>bad? 🚢</title>\r\n".encode()
    assert [one.name for one in tmp_path.iterdir()] == ["page.html"]
