"""The README's shell blocks and transcripts, read and run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
_FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"# ([\w-]+\.\w+)\n")
_NOT_THE_CHECKOUTS = shutil.ignore_patterns(".*", "*.db", "__pycache__", "build", "dist", "node_modules", "tests")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language and what stands between the fences."""

    language: str
    text: str


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a Markdown text, in order."""
    return [Block(*found) for found in _FENCED.findall(text)]


def shell_commands(text: str) -> list[str]:
    """What the `sh` blocks say, in order; a block of one command is one line."""
    return [block.text.rstrip("\n") for block in blocks(text) if block.language == "sh"]


def copied_to(folder: Path) -> Path:
    """What a user needs of the checkout, copied into a folder: no tests, no store, nothing that was built."""
    shutil.copytree(ROOT, folder, ignore=_NOT_THE_CHECKOUTS)
    return folder


def environment(**more: str) -> dict[str, str]:
    """This process's environment with this interpreter's programs first, and nothing that a shell of its own wouldn't have."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "PYTHON", "VIRTUAL_ENV"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', os.defpath)}"
    return {**kept, "PATH": path, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8", **more}


def borrowing(**more: str) -> dict[str, str]:
    """The same, for an environment that has all but kg from this one: pip installs no dependency again, and nothing is fetched."""
    pip = {"PIP_NO_DEPS": "1", "PIP_NO_INDEX": "1", "PIP_NO_BUILD_ISOLATION": "0"}  # the last is a flag: 0 is what turns isolation off
    return environment(PYTHONPATH=os.pathsep.join({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}), **pip, **more)


def ran(command: str, folder: Path, env: dict[str, str]) -> str:
    """What a command line wrote, its errors included, after it ended well."""
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert done.returncode == 0, f"{command} ended with {done.returncode}:\n{done.stdout}"
    return done.stdout


def replayed(text: str, folder: Path) -> Iterator[tuple[Block, Block]]:
    """Each `console` block and what it is when its commands (`$ …`) are run anew, in order, in a folder.

    A block of another language that begins with `# name.suffix` is that file, and lies in the folder when the commands after it run.
    """
    env = environment(COLUMNS="110")
    for block in blocks(text):
        if named := _NAMED.match(block.text):
            (folder / named[1]).write_text(block.text, encoding="utf-8")
        elif block.language == "console":
            commands = [line for line in block.text.splitlines() if line.startswith("$ ")]
            outputs = [ran(command.removeprefix("$ "), folder, env) for command in commands]
            shown = "".join(f"{command}\n{_stripped(output)}" for command, output in zip(commands, outputs, strict=True))
            yield block, replace(block, text=shown)


def _stripped(output: str) -> str:
    """Without white space where nobody sees it."""
    lines = [line.rstrip() for line in output.strip("\n").splitlines()]
    return "".join(f"{line}\n" for line in lines)


def brought_up_to_date(folder: Path) -> None:
    """Put into the README what its commands say now."""
    text = README.read_text(encoding="utf-8")
    for shown, now in list(replayed(text, folder)):
        text = text.replace(f"```console\n{shown.text}```", f"```console\n{now.text}```")
    README.write_text(text, encoding="utf-8", newline="\n")
