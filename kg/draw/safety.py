"""What keeps a page from running anything but our own code: data that can't end its element, and a policy by hash."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections.abc import Mapping
from typing import Any, Final

_UNSAFE_IN_SCRIPT: Final = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def script_safe_json(value: Any) -> str:
    """JSON that can stand inside a `<script>` element: no character of it can end the element, begin a comment or break a line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE_IN_SCRIPT)


def hash_source(code: str) -> str:
    """How a Content-Security-Policy allows exactly this inline code."""
    return f"'sha256-{b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def policy_text(policy: Mapping[str, str]) -> str:
    """A Content-Security-Policy from its directives."""
    return "; ".join(f"{name} {value}" for name, value in policy.items())
