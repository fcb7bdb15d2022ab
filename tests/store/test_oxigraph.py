"""What only the embedded store can do or refuse."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from kg.errors import QueryError, StoreError
from kg.store import open_store
from kg.store.oxigraph import OxigraphStore

A = NamedNode("urn:test:a")


def test_a_second_writer_is_told_so(tmp_path: Path) -> None:
    held = open_store(tmp_path / "kg.db")
    with pytest.raises(StoreError, match=r"being written by another process: wait"):
        open_store(tmp_path / "kg.db")
    held.close()
    open_store(tmp_path / "kg.db").close()


def test_a_writer_in_another_process_is_noticed(tmp_path: Path) -> None:
    code = "import sys, pyoxigraph; s = pyoxigraph.Store(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", code, str(tmp_path / "kg.db")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(StoreError, match=r"being written by another process"):
            open_store(tmp_path / "kg.db")
        open_store(tmp_path / "kg.db", read_only=True).close()


def test_a_reader_beside_a_writer_sees_what_was_there_when_it_opened(tmp_path: Path) -> None:
    writer = OxigraphStore(tmp_path / "kg.db")
    writer.load([Quad(A, A, A)])
    reader = OxigraphStore(tmp_path / "kg.db", read_only=True)
    writer.load([Quad(A, A, A, A)])
    assert len(list(reader.quads())) == 1
    assert len(list(OxigraphStore(tmp_path / "kg.db", read_only=True).quads())) == 2


def test_what_isnt_a_store_isnt_opened(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("mine")
    with pytest.raises(StoreError, match=r"is a file, not a store"):
        open_store(file)
    with pytest.raises(StoreError, match=r"holds other files and no store"):
        open_store(tmp_path)
    with pytest.raises(StoreError, match=r"There is no store at .*missing"):
        open_store(tmp_path / "missing", read_only=True)
    assert [one.name for one in tmp_path.iterdir()] == ["notes.txt"]


def test_a_broken_store_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "kg.db").mkdir()
    (tmp_path / "kg.db" / "CURRENT").write_text("MANIFEST-nonsense")
    with pytest.raises(StoreError, match=r"can't be opened") as caught:
        open_store(tmp_path / "kg.db")
    assert "\n" not in str(caught.value)


def test_a_closed_store_says_so() -> None:
    store = OxigraphStore()
    store.close()
    with pytest.raises(StoreError, match=r"is closed"):
        store.update("CLEAR ALL")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT * {\n ?s ?p ", "The SPARQL can't be read at line 2, column 8: correct it there."),
        (
            "PREFIX a: <urn:a:>\nSELECT * { ?s a:b:c 'y:z' ; x:y _:o . # z:z\n }",
            "The SPARQL can't be read at line 2, column 37: correct it there, and declare the prefix x:.",
        ),
    ],
)
def test_bad_sparql_is_one_short_sentence(text: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        OxigraphStore().query(text)
    assert str(caught.value) == message
