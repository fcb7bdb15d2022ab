"""`python -m tests.packaging`: runs what the README shows, and puts what comes out into the README."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.packaging.shell import brought_up_to_date, copied_to

with tempfile.TemporaryDirectory() as folder:
    brought_up_to_date(copied_to(Path(folder) / "copy"))
