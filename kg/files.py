"""Files that are there whole or not at all."""

from __future__ import annotations

from pathlib import Path

from kg.errors import KgError, UsageError


def replace(path: Path, content: str | bytes) -> None:
    """Write bytes, or text in UTF-8 and newlines kept, to a file that takes the path's place once all is written. Halves of surrogate
    pairs, which UTF-8 can't hold, become question marks.

    Raises UsageError for a folder, KgError where it can't be written.
    """
    if not path.name or path.is_dir():
        raise UsageError(f"{str(path)!r} is a folder: name a file in it to write to.")
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content.encode("utf-8", "replace") if isinstance(content, str) else content)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise KgError(f"{path} can't be written ({error.strerror or error}): check the folder, its permissions and the disk.") from error
