"""What stands in a page of the built front end."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64decode
from typing import Any


def graph_in(page: str) -> Any:
    """The graph that a page holds."""
    found = re.search('<script type="application/octet-stream" id="data">([^<]*)</script>', page)
    assert found
    return json.loads(gzip.decompress(b64decode(found[1])))
