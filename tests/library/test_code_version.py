"""The version by which an article that other code read is read again."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kg.code
from kg.manifest import code_version


@pytest.mark.parametrize("folder", ["extractors", "language", "ontology", "readers"])
def test_changed_code_is_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    package = Path(kg.code.__file__).parent
    shutil.copytree(package, tmp_path / "kg", ignore=shutil.ignore_patterns("__pycache__"))
    before = code_version()
    monkeypatch.setattr(kg.code, "__file__", str(tmp_path / "kg" / "code.py"))
    kg.code.code_digest.cache_clear()
    assert code_version() == before
    with next((tmp_path / "kg" / folder).glob("*.py")).open("a") as source:
        source.write("\n# changed\n")
    kg.code.code_digest.cache_clear()
    assert code_version() != before
    kg.code.code_digest.cache_clear()


def test_the_manifest_needs_no_language_model() -> None:
    program = "import sys, kg.manifest; kg.manifest.code_version(); sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
