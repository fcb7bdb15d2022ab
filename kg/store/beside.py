"""A new store that nobody sees before it is whole."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from kg.errors import StoreError
from kg.store.oxigraph import OxigraphStore, is_store

_BUILDING: Final = ".{}.building"


class Beside:
    """A new store beside a path, which takes the path's place when all went well and otherwise leaves nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._building = path.with_name(_BUILDING.format(path.absolute().name))

    def __enter__(self) -> OxigraphStore:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if is_store(self._building):
                OxigraphStore(self._building).close()  # refused while another build is filling it
            if self._building.exists():
                shutil.rmtree(self._building)
        except OSError as error:
            raise StoreError(f"{self._path} can't be made ({error.strerror or error}): check the folder and its permissions.") from error
        try:
            self._store = OxigraphStore(self._building)
        except StoreError:
            shutil.rmtree(self._building, ignore_errors=True)
            raise
        return self._store

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._store.close()
        if kind is not None:
            shutil.rmtree(self._building, ignore_errors=True)
            return
        try:
            if self._path.exists():
                self._path.rmdir()
            self._building.rename(self._path)
        except OSError as error:
            shutil.rmtree(self._building, ignore_errors=True)
            raise StoreError(f"{self._path} can't be put in place ({error.strerror or error}): build again.") from error
