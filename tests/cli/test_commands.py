"""What commands print, where, and how they end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from kg.cli.app import app
from kg.store import open_store
from tests.cli.conftest import Kg
from tests.draw.pages import graph_in
from tests.queries.told import HERE, quads, table

CHAIN = "Lind campaign → contracted → third-party vendor → hired → Brightline Calls → operates_in → Mesa state prisons"
_COMMANDS: Any = typer.main.get_command(app)


def _flat(group: Any, before: str = "") -> dict[str, Any]:
    """The commands by what is typed: "build", "ontology check"."""
    found: dict[str, Any] = {}
    for name, command in group.commands.items():
        found |= _flat(command, f"{before}{name} ") if hasattr(command, "commands") else {before + name: command}
    return found


COMMANDS: dict[str, Any] = _flat(_COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_argument_and_option_has_help(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    for one in command.params:
        assert one.help, f"{name}: {one.name}"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_its_help(kg: Kg, name: str) -> None:
    ended = kg(*name.split(), "--help")
    assert ended.code == 0
    assert f"kg {name}" in ended.out


def test_the_commands_are_those_of_the_design() -> None:
    names = "build query path export explore draw dossier serve remove reject restore verify validate propositions attributions eval"
    assert " ".join(COMMANDS).startswith(names)


def test_a_chain_is_a_line_of_arrows(kg: Kg) -> None:
    ended = kg("query", "chain")
    assert ended.code == 0
    assert CHAIN in ended.out.splitlines()
    assert ended.err == ""


def test_without_a_name_the_queries_are_listed(kg: Kg) -> None:
    ended = kg("query")
    assert ended.code == 0
    assert "chain " in ended.out
    assert "--speaker ENTITY" in ended.out


@pytest.mark.parametrize("arguments", [("--entity", "brightline"), ("--entity=Brightline Calls",)])
def test_parameters_follow_the_query(kg: Kg, arguments: tuple[str, ...]) -> None:
    ended = kg("query", "about", *arguments, "--format", "csv")
    assert ended.code == 0
    assert ended.out.startswith("subject,subjectLabel")
    assert len(ended.out.splitlines()) == 4


@pytest.mark.parametrize(
    ("arguments", "out"),
    [
        (("ASK { ?s ?p ?o }",), "yes\n"),
        (("ASK { ?s <urn:nothing> ?o }",), "no\n"),
        (('SELECT ("a" AS ?x) {}', "--format", "tsv"), '?x\n"a"\n'),
        (("CONSTRUCT { <urn:a> a <urn:b> } {}",), "\n<urn:a> a <urn:b> .\n"),
        (("CONSTRUCT { <urn:a> a <urn:b> } {}", "--format", "turtle"), "\n<urn:a> a <urn:b> .\n"),
    ],
)
def test_any_sparql(kg: Kg, arguments: tuple[str, ...], out: str) -> None:
    ended = kg("query", *arguments)
    assert (ended.code, ended.out, ended.err) == (0, out, "")


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("query", "chian"), 2, "did you mean 'chain'"),
        (("query", "about"), 2, "needs --entity"),
        (("query", "about", "--entity", "Nobody"), 2, "no entity named 'Nobody'"),
        (("query", "about", "--entiti", "x"), 2, "no --entiti"),
        (("query", "about", "Brightline"), 2, "'Brightline' is not understood"),
        (("query", "chain", "--format", "doc"), 2, "no format 'doc'"),
        (("query", "chain", "--format", "turtle"), 2, "CONSTRUCT"),
        (("query", "SELECT * { ?s ?p "), 1, "line 1, column 18"),
        (("query", "SELECT * { SERVICE <http://127.0.0.1:9999/> { } }"), 1, "SERVICE"),
        (("query", "chain", "--store", "nowhere"), 1, "There is no store at nowhere"),
        (("query", "chain", "--timeout", "0"), 2, "--timeout"),
        (("path", "Lind campaign", "Nobody"), 2, "no entity named"),
        (("path", "Lind campaign"), 2, "B"),
        (("export", "x.doc"), 2, "names no format"),
        (("export", "nowhere/x.ttl"), 1, "can't be written"),
        (("export", "x.ttl", "--all"), 2, "one graph"),
        (("nonsense",), 2, "nonsense"),
        (("export", "--nonsense", "x.ttl"), 2, "--nonsense"),
        (("explore", "x.html", "--store", "nowhere"), 1, "no store"),
        (("draw", "x.gif"), 2, "not as .gif"),
        (("draw", "x.svg", "--size", "huge"), 2, "no size"),
        (("draw", "x.svg", "--entity", "Nobody"), 2, "no entity named"),
        (("explore", "x.html", "--entity", "Brightlin Calls"), 2, "Brightline Calls"),
        (("explore", "x.html", "--from", "Brightline Calls"), 2, "--to"),
        (("dossier", "Brightlin Calls", "x.md"), 2, "Brightline Calls"),
        (("dossier", "Brightline Calls", "x.doc"), 2, ".html or .md"),
        (("dossier", "Brightline Calls", "nowhere/x.md"), 1, "can't be written"),
        (("verify",), 1, "Nothing was built"),
        (("build",), 2, "PATH"),
    ],
)
def test_what_goes_wrong_is_one_sentence(kg: Kg, arguments: tuple[str, ...], code: int, sentence: str) -> None:
    ended = kg(*arguments)
    assert ended.code == code
    assert sentence in ended.err
    assert ended.err.count("\n") == 1
    assert "Traceback" not in ended.err
    assert ended.out == ""


def test_data_is_utf8_whatever_the_locale(kg: Kg, tmp_path: Path) -> None:
    kg("query")
    script = f"import sys; sys.path.insert(0, {str(Path(__file__).parents[2])!r}); from kg.cli import main; main()"
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    run = subprocess.run([sys.executable, "-c", script, "query", "chain"], capture_output=True, cwd=tmp_path, env=environment, check=True)
    assert CHAIN in run.stdout.decode().splitlines()


def test_a_path_with_its_steps(kg: Kg) -> None:
    ended = kg("path", "lind campaign", "Mesa state prisons")
    assert ended.code == 0
    assert ended.out.splitlines()[0] == CHAIN
    assert "  contracted: The Lind campaign contracted with a third-party vendor. — Valley Post" in ended.out


def test_no_path_is_said_on_stderr(kg: Kg) -> None:
    ended = kg("path", "Lind campaign", "Mesa City")
    assert (ended.code, ended.out) == (0, "")
    assert "Nothing in the store connects" in ended.err


@pytest.mark.parametrize("name", ["out.ttl", "facts.jsonl", "table.csv"])
def test_an_export_is_the_same_in_a_file_and_on_stdout(kg: Kg, tmp_path: Path, name: str) -> None:
    assert kg("export", name).code == 0
    ended = kg("export", "-", "--format", name.rpartition(".")[2])
    assert ended.code == 0
    assert ended.out == (tmp_path / name).read_bytes().decode()
    assert len(ended.out) > 1000


def test_facts_are_json_lines(kg: Kg) -> None:
    lines = kg("export", "-", "--format", "jsonl").out.splitlines()
    assert len([json.loads(line) for line in lines]) == 7
    assert len(kg("export", "-", "--format", "jsonl", "--derived").out.splitlines()) > 7


def test_the_explorer_is_a_page(kg: Kg, tmp_path: Path) -> None:
    assert kg("explore", "out.html", "--title", "Calls & cells").code == 0
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "<title>Calls &amp; cells" in page
    assert "Brightline Calls" in [node["label"] for node in graph_in(page)["nodes"]]


def test_where_the_front_end_was_not_built_the_plain_explorer_is_written_and_told(
    kg: Kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kg("explore", "built.html").err == ""
    monkeypatch.setattr("kg.draw.shell.front_end", lambda: tmp_path / "nowhere")
    ended = kg("explore", "plain.html")
    assert (ended.code, "hatch_build.py" in ended.err) == (0, True)
    built, plain = ((tmp_path / name).read_text(encoding="utf-8") for name in ("built.html", "plain.html"))
    assert "Brightline Calls" in plain
    assert len(plain) < len(built) / 2


def test_a_part_is_a_picture(kg: Kg, tmp_path: Path) -> None:
    assert kg("draw", "out.svg", "--title", "Calls & cells").code == 0
    assert kg("draw", "part.svg", "--entity", "Brightline Calls", "--depth", "1").code == 0
    whole, part = ((tmp_path / name).read_text(encoding="utf-8") for name in ("out.svg", "part.svg"))
    assert kg("draw", "-", "--title", "Calls & cells").out == whole
    assert "<title>Calls &amp; cells</title>" in whole
    assert 'stroke-width="3"' not in whole
    assert part.count('class="name"') < whole.count('class="name"')
    assert part.count('stroke-width="3"') == 1
    assert "Brightline Calls</text>" in part
    assert kg("draw", "out.pdf").code == kg("draw", "out.png", "--size", "300x200").code == 0


def test_a_dossier_is_written_by_its_suffix(kg: Kg, tmp_path: Path) -> None:
    assert kg("dossier", "Brightline Calls", "out.md").code == 0
    assert kg("dossier", "brightline calls", "out.HTML").code == 0
    text = (tmp_path / "out.md").read_text(encoding="utf-8")
    assert text.startswith("# Brightline Calls\n")
    assert "<h1><bdi>Brightline Calls</bdi></h1>" in (tmp_path / "out.HTML").read_text(encoding="utf-8")
    assert kg("dossier", "Brightline Calls", "-").out == text


def test_a_store_being_written_is_read_beside(kg: Kg, tmp_path: Path) -> None:
    script = "import pyoxigraph; store = pyoxigraph.Store('kg.db'); print('held', flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", script], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        asked, ended = kg("query", "ASK { ?s ?p ?o }"), kg("remove", "calls")
        holder.communicate(b"\n")
    assert asked.out == "yes\n"
    assert ended.code == 1
    assert "being written by another process" in ended.err


def test_options_may_stand_in_a_file(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "kg.db").rename(tmp_path / "elsewhere.db")
    (tmp_path / "kg.toml").write_text('store = "elsewhere.db"\n[query]\nformat = "csv"\n', encoding="utf-8")
    assert kg("query", "relations").out.startswith("relation,")
    assert kg("query", "relations", "--format", "tsv").out.startswith("?relation")
    assert kg("path", "Lind campaign", "Brightline").code == 0


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("stoer = 1", "'stoer', which is no option"),
        ("[query]\nfromat = 1", "'fromat' for query"),
        ("query = 1", "write a table [query]"),
        ("x = [", "can't be read"),
    ],
)
def test_a_wrong_file_of_options(kg: Kg, tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "kg.toml").write_text(text, encoding="utf-8")
    ended = kg("query", "relations")
    assert (ended.code, ended.out) == (2, "")
    assert sentence in ended.err


def test_the_ontology_and_what_it_may_import_stand_in_a_file(kg: Kg, tmp_path: Path) -> None:
    imports = "<https://example.org/zoo> <http://www.w3.org/2002/07/owl#imports> <http://127.0.0.1:9/dogs.ttl> ."
    (tmp_path / "zoo.ttl").write_text(imports, encoding="utf-8")
    (tmp_path / "kg.toml").write_text('ontology = ["zoo.ttl"]', encoding="utf-8")
    for command in (("verify",), ("remove", "calls"), ("reject", "s-1", "--why", "no"), ("restore", "s-1"), ("build", "zoo.ttl")):
        ended = kg(*command)
        assert (ended.code, ended.out) == (1, "")
        assert "nothing is fetched" in ended.err
        assert "can't be fetched" in kg(*command, "--allow-imports", "http://127.0.0.1:9/dogs.ttl").err
    (tmp_path / "kg.toml").write_text('ontology = ["zoo.ttl"]\nallow-imports = ["http://127.0.0.1:9/dogs.ttl"]', encoding="utf-8")
    assert "can't be fetched" in kg("verify").err


def test_a_server_is_a_store_too(kg: Kg, endpoint: str) -> None:
    with open_store(endpoint) as server:
        server.load(quads(table(HERE / "chain" / "case.toml")))
    assert kg("query", "chain", "--store", endpoint).out == kg("query", "chain").out
    assert kg("path", "Lind campaign", "Brightline", "--store", endpoint).out == kg("path", "Lind campaign", "Brightline").out
    for name in ("ttl", "jsonl"):
        assert kg("export", "-", "--format", name, "--store", endpoint).out == kg("export", "-", "--format", name).out


@pytest.mark.parametrize("command", [("query", "chain"), ("export", "-")])
def test_a_full_disk_is_said_in_one_sentence(kg: Kg, command: tuple[str, ...], tmp_path: Path) -> None:
    kg("query")
    root = str(Path(__file__).parents[2])
    script = f"import sys; sys.path.insert(0, {root!r}); from kg.cli import main; main()"
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run([sys.executable, "-c", script, *command], stdout=full, stderr=subprocess.PIPE, cwd=tmp_path, check=False)
    assert run.returncode == 1
    assert run.stderr == b"The disk is full: make room and try again.\n"
