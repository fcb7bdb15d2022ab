"""What the real `kg build` says of what it can't read, and that it reads all else."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.store import open_store
from tests.cli.conftest import Ended, Kg

ROOT = Path(__file__).parents[2]
KG = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from kg.cli import main; main()"
GOOD = "Halden Inc. hired Veridell last year.\n\nVeridell operates in Tulsa.\n"
OTHER = "Dovetrail hired Bluecask.\n"


def run(folder: Path, *arguments: str, largest: int | None = None) -> Ended:
    """Run the command in a process of its own, in which no file may become larger than this many bytes."""

    def limit() -> None:
        if largest is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    done = subprocess.run([sys.executable, "-c", KG, *arguments], cwd=folder, capture_output=True, preexec_fn=limit, check=False)
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def named(folder: Path) -> list[str]:
    """The entities in the folder's store."""
    with open_store(folder / "kg.db", read_only=True) as store:
        return sorted(str(row["label"].value) for row in store.query(  # type: ignore[union-attr, index]
            "SELECT ?label { ?e <https://w3id.org/accordingto#named> true ; <http://www.w3.org/2000/01/rdf-schema#label> ?label }"
        ))  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ended, float]:
    """A folder of bad things with a few good ones between, built once."""
    home = tmp_path_factory.mktemp("bad")
    folder = home / "articles"
    folder.mkdir()
    texts = {
        "a-good.txt": GOOD,
        "bomb.html": "<div>" * 200_000 + "x",
        "crowded.html": f"<p {' '.join(f'a{number}=1' for number in range(300_000))}>{GOOD}</p>",
        "nul.txt": "Halden Inc. hired \0Quorra.",
        "lines.jsonl": '{"text": "Kestrel Group sued Umberly in March."}\n{not json}\n[]\n',
        "rows.csv": 'id,text\n1,Ostrea Group paid Tidewell.\n2,Halden came, and went.\n3,"Never closed.\n4,Lost.\n',
        "empty.txt": " \n",
        "entities.html": f"<article><h1>Hired&#7;</h1><p>{OTHER} &#27;]0;owned &#xD800; &#x202e;</p></article>",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "binary.txt").write_bytes(random.Random(1).randbytes(5000))
    (folder / "one-line.txt").write_bytes(b"a word " * 7_500_000)
    (folder / "photo.png").write_bytes(b"\x89PNG")
    (folder / "back").symlink_to(".")
    (folder / "round").symlink_to("round")
    os.mkfifo(folder / "pipe.txt")
    (home / "locked.txt").write_text(GOOD, encoding="utf-8")
    (home / "locked.txt").chmod(0)
    begun = time.perf_counter()
    ended = run(home, "build", "articles", "nowhere.txt", "articles/round", "/proc/self/mem", "locked.txt", "")
    return home, ended, time.perf_counter() - begun


def test_the_good_ones_are_built(built: tuple[Path, Ended, float]) -> None:
    home, ended, seconds = built
    assert ended.code == 0, ended.err
    assert ended.out == ""
    assert {"Halden Inc.", "Veridell", "Tulsa", "Kestrel Group", "Umberly", "Ostrea Group", "Tidewell", "Dovetrail"} <= set(named(home))
    assert not {"Quorra", "Lost"} & set(named(home))
    assert seconds < 60


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("articles/bomb.html", "nested too deeply for an article: save the page's text as plain text instead"),
        ("articles/crowded.html", "thousands of attributes: save the page's text as plain text instead"),
        ("articles/nul.txt", "it is binary, not text: save it as plain text in UTF-8, or leave it out"),
        ("articles/binary.txt", "it is binary, not text: save it as plain text in UTF-8, or leave it out"),
        ("articles/one-line.txt", "it is over 5 MB, more than an article holds: split it"),
        ("articles/lines.jsonl:2", "it is not valid JSON: put one JSON object on each line"),
        ("articles/lines.jsonl:3", "give each article as an object"),
        ("articles/rows.csv:3", "it has 3 columns, and the first row names 2: put its text in quotation marks"),
        ("articles/rows.csv:5", "a quotation mark in it is never closed"),
        ("articles/round", "check the path"),
        ("nowhere.txt", "there is no such file or folder: check the path"),
        ("/proc/self/mem", "it can't be read (input/output error): check the file"),
        ("", "an empty path names nothing: give a file or a folder"),
        pytest.param("locked.txt", "(permission denied)", marks=pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")),
    ],
)
def test_each_bad_one_has_one_line_that_says_what_to_do(built: tuple[Path, Ended, float], source: str, reason: str) -> None:
    (line,) = [line for line in built[1].err.splitlines() if line.startswith(f"  {source}: ")]
    assert reason in line


def test_names_of_files_do_not_steer_the_terminal(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "\x1b[31m\u202ered.png.txt").write_bytes(b"\0")
    ended = kg("build", "\x1b[31m\u202ered.png.txt", "\x1b]0;gone\x07", "--store", "new.db")
    assert ended.code == 1
    assert "  \ufffd[31m\ufffdred.png.txt: it is binary" in ended.err
    assert "  \ufffd]0;gone\ufffd: there is no such file" in ended.err
    ended = kg("query", "about", "--entity", "\x1b[31mNobody")
    assert not set("\x1b\x07\u202e") & set(ended.err)


def test_nothing_else_is_said(built: tuple[Path, Ended, float]) -> None:
    lines = built[1].err.splitlines()
    assert lines[0].startswith("articles    ")
    assert "Traceback" not in built[1].err
    assert not set("\x1b\x07") & set(built[1].err)
    assert len(lines) == lines.index("not read:") + 1 + 13 + (os.geteuid() != 0)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one article and its store."""
    home = tmp_path_factory.mktemp("home")
    (home / "good.txt").write_text(GOOD, encoding="utf-8")
    (home / "other.txt").write_text(OTHER + random.Random(1).randbytes(200_000).hex(), encoding="utf-8")
    ended = run(home, "build", "good.txt")
    assert ended.code == 0, ended.err
    return home


@pytest.mark.parametrize("store", ["kg.db", "new.db"])
def test_a_full_disk_leaves_the_store_as_it_was(home: Path, store: str) -> None:
    before = named(home)
    ended = run(home, "build", "other.txt", "--store", store, largest=150_000)
    assert ended.code == 1
    assert ended.err.count("\n") == 1
    assert "make room on the disk and try again; the store is as it was." in ended.err
    assert named(home) == before
    assert sorted(path.name for path in home.iterdir()) == ["good.txt", "kg.db", "other.txt"]
    assert run(home, "verify").code == 0


def test_a_store_that_another_process_writes_is_left_alone(home: Path) -> None:
    script = "import pyoxigraph; store = pyoxigraph.Store('kg.db'); print('held', flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", script], cwd=home, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        ended = run(home, "build", "other.txt")
        holder.communicate(b"\n")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "The store kg.db is being written by another process: wait until it has finished, or stop it.\n"


BAD_TURTLE = "@prefix kg: <https://w3id.org/accordingto#> .\nkg:a a kg:b ;\n  kg:c [ .\n"


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("good.txt", "--ontology", "bad.ttl"), 1, "bad.ttl, line 3, column "),
        (("good.txt", "--ontology", "nowhere.ttl"), 1, "nowhere.ttl can't be read (No such file or directory): check its name"),
        (("good.txt", "--ontology", "kg.db"), 1, "The folder kg.db has no Turtle file (.ttl)"),
        (("good.txt", "--ontology", "."), 1, "bad.ttl, line 3, column "),
        (("good.txt", "--metadata", "nowhere.csv"), 2, "nowhere.csv can't be read: No such file or directory; give a CSV"),
        (("good.txt", "--base", "http://[x/"), 2, "IRIs can't begin with 'http://[x/'"),
        (("good.txt", "--base", "not an iri"), 2, "IRIs can't begin with 'not an iri'"),
        (("good.txt", "--store", "good.txt"), 1, "good.txt is a file, not a store: name the store's folder."),
        (("good.txt", "--store", "."), 1, "holds other files and no store"),
    ],
)
def test_bad_use_makes_no_store(kg: Kg, tmp_path: Path, arguments: tuple[str, ...], code: int, sentence: str) -> None:
    (tmp_path / "bad.ttl").write_text(BAD_TURTLE, encoding="utf-8")
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    ended = kg("build", *(("--store", "new.db") if "--store" not in arguments else ()), *arguments)
    assert (ended.code, ended.out) == (code, "")
    assert sentence in ended.err
    assert ended.err.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.ttl", "good.txt", "kg.db"]


@pytest.mark.parametrize("command", [("export", "out.ttl"), ("explore", "out.html")])
def test_a_folder_is_no_file_to_write(kg: Kg, tmp_path: Path, command: tuple[str, str]) -> None:
    (tmp_path / command[1]).mkdir()
    ended = kg(*command)
    assert (ended.code, ended.err) == (2, f"'{command[1]}' is a folder: name a file in it to write to.\n")
    assert kg("explore", ".").code == 2
