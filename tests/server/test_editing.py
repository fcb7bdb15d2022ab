"""A store that changes while it is served: by `--edit`, and by others beside it."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from kg.building import build
from kg.extractors.articles import read_articles
from kg.language.model import version
from kg.language.notes import problems
from kg.language.pipeline import statements
from kg.manifest import Versions, code_version
from kg.ontology.load import load
from kg.readers.folder import read
from kg.statement import Extraction
from kg.store import open_store
from kg.user import user_name
from tests.server.conftest import KG_COMMAND, serving

if TYPE_CHECKING:
    from spacy.language import Language

CALLS = "Dorn Bell hired Kelder Lines, a ferry company. Kelder Lines paid Mira Vost $2 million in May 2019, the Tarn Ledger reported.\n"
FERRY = "Kelder Lines denied that it had paid Oda Renn.\n"
HARBOR = "Wessel Ports acquired Kelder Lines in 2021.\n"


def build_into(store: Path, articles: Path, nlp: Language) -> None:
    def extract(found: Any) -> Iterator[Extraction]:
        for article, doc in read_articles(nlp, found):
            yield Extraction(article, statements(doc), problems(doc))

    ontology = load(None)
    build(read([articles]), extract, store, ontology=ontology, versions=Versions(version(nlp), ontology.digest, code_version()))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, nlp: Language) -> Path:
    """A folder with a store of one article, and articles that are not in it yet."""
    home = tmp_path_factory.mktemp("edited")
    for name, text in (("calls", CALLS), ("ferry", FERRY), ("harbor", HARBOR)):
        (home / f"{name}.txt").write_text(text)
    build_into(home / "kg.db", home / "calls.txt", nlp)
    return home


@pytest.fixture(scope="module")
def editor(folder: Path) -> Iterator[httpx.Client]:
    with serving(folder / "kg.db", "--edit", "--workers", "2") as client:
        yield client


def items(server: httpx.Client, route: str) -> list[dict[str, Any]]:
    answer = server.get(f"/api/{route}")
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


def said(server: httpx.Client) -> set[tuple[str, ...]]:
    ends = ("subject", "relation", "object")
    return {(*(one[end]["label"] for end in ends), one["status"]) for one in items(server, "statements")}


def post(server: httpx.Client, route: str, **fields: str) -> dict[str, Any]:
    answer = server.post(f"/api/{route}", json=fields)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


JSON = {"Content-Type": "application/json"}
HIRED = ("Dorn Bell", "hired", "Kelder Lines", "affirmed")


def test_a_statement_is_rejected_and_restored(editor: httpx.Client) -> None:
    before, version_before = said(editor), editor.get("/api/version").json()["version"]
    assert HIRED in before
    (hired,) = [one for one in items(editor, "statements") if one["relation"]["label"] == "hired"]
    assert post(editor, "reject", statement=hired["id"], why="He only wished to <b>hire</b> it.") == {"statement": hired["id"]}
    assert said(editor) == before - {HIRED}
    assert editor.get("/api/version").json()["version"] != version_before
    (rejection,) = items(editor, "rejections")
    assert rejection["statement"] == hired["id"]
    assert rejection["why"] == "He only wished to <b>hire</b> it."
    assert (rejection["subject"], rejection["relation"], rejection["object"]) == ("Dorn Bell", "hired", "Kelder Lines")
    assert post(editor, "restore", statement=hired["id"], why="He did.") == {"statement": hired["id"]}
    assert said(editor) == before
    assert items(editor, "rejections") == []


def test_an_article_is_read_kept_and_removed(editor: httpx.Client) -> None:
    before = said(editor)
    handed = {"text": FERRY, "name": "ferry.txt", "title": "The ferry"}
    with editor.stream("POST", "/api/read", json=handed) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "application/x-ndjson"
        first, *told = [json.loads(line) for line in answer.iter_lines()]
    assert (first["article"]["title"], first["article"]["text"]) == ("The ferry", FERRY)
    assert [(one["done"], one["of"]) for one in told] == [(len(FERRY) - 1, len(FERRY)), (len(FERRY), len(FERRY))]
    *_, last = told
    assert last["final"]
    (arrow,) = last["graph"]["arrows"]
    (statement,) = arrow["statements"]
    assert (arrow["label"], arrow["status"]) == ("paid", "denied")
    assert FERRY[statement["start"] : statement["end"]] in FERRY
    assert told[0]["graph"]["arrows"] == [arrow]
    assert said(editor) == before
    assert len(items(editor, "articles")) == 1

    kept = post(editor, "keep", **handed)
    assert kept == {"article": first["article"]["id"], "statements": 1}
    assert said(editor) == before | {("Kelder Lines", "paid", "Oda Renn", "denied")}
    assert statement["id"] in {one["id"] for one in items(editor, "statements")}
    assert post(editor, "remove", article=kept["article"]) == {"article": kept["article"]}
    assert said(editor) == before


def test_a_long_article_is_told_before_it_is_read_to_its_end(editor: httpx.Client) -> None:
    paragraphs = [f"Orsel Mant hired Kelder Lines. {'The weather was fine that day in the harbor. ' * 12}" for _ in range(12)]
    text = "\n\n".join(paragraphs)
    with editor.stream("POST", "/api/read", json={"text": text}) as answer:
        first, *told = [json.loads(line) for line in answer.iter_lines()]
    assert first["of"] == len(text)
    done = [one["done"] for one in told if not one.get("final")]
    assert done == sorted(done)
    assert len(done) == 12
    assert sum(len(arrow["statements"]) for arrow in told[-1]["graph"]["arrows"]) == 12


def test_while_another_writes_a_decision_must_wait(editor: httpx.Client, folder: Path) -> None:
    (hired,) = [one for one in items(editor, "statements") if one["relation"]["label"] == "hired"]
    with open_store(folder / "kg.db"):
        answer = editor.post("/api/reject", json={"statement": hired["id"], "why": "wrong"})
    assert answer.status_code == 409
    assert "being written by another process" in answer.json()["error"]
    assert HIRED in said(editor)


@pytest.mark.parametrize(
    ("route", "sent", "status", "why"),
    [
        ("reject", {"json": {"statement": "s-nothing", "why": "x"}}, 400, "no statement 's-nothing'"),
        ("reject", {"json": {"statement": "s-nothing"}}, 400, "'why'"),
        ("reject", {"json": {"statement": "s", "why": " "}}, 400, "'why'"),
        ("reject", {"json": {"statement": "s", "why": "x", "who": "y"}}, 400, "no field 'who'"),
        ("reject", {"json": {"statement": 1, "why": "x"}}, 400, "'statement' is a text"),
        ("reject", {"json": ["statement"]}, 400, "JSON object"),
        ("reject", {"data": {"statement": "s", "why": "x"}}, 415, "application/json"),
        ("reject", {"content": "{", "headers": JSON}, 400, "isn't JSON"),
        ("reject", {"content": b"[" * 100_000, "headers": JSON}, 400, "isn't JSON"),
        ("remove", {"json": {"article": "nothing"}}, 400, "no article 'nothing'"),
        ("restore", {"json": {"statement": "nothing"}}, 400, "no rejected statement"),
        ("read", {"json": {"text": "x" * 200_001}}, 400, "more than 200,000 characters"),
        ("read", {"json": {"text": "x", "name": "x.pdf"}}, 400, "of a kind that isn't read"),
        ("read", {"json": {"text": "Yes.", "name": "/etc/passwd"}}, 400, "of a kind that isn't read"),
        ("read", {"content": rb'{"text": "\ud800"}', "headers": JSON}, 400, "'text' isn't Unicode"),
        ("read", {"content": rb'{"text": "Yes.", "title": "\udfff"}', "headers": JSON}, 400, "'title' isn't Unicode"),
        ("reject", {"content": rb'{"statement": "s", "why": "\ud800"}', "headers": JSON}, 400, "'why' isn't Unicode"),
        ("reject", {"content": rb'{"statement": "\ud800", "why": "x"}', "headers": JSON}, 400, "'statement' isn't Unicode"),
        ("read", {"json": {"text": "Yes.", "url": "javascript:alert(1)"}}, 400, "no address of the web"),
        ("keep", {"json": {"text": "Yes.", "url": "data:text/html,x"}}, 400, "no address of the web"),
        ("read", {"json": {"text": " \n"}}, 400, "'text'"),
        ("keep", {"json": {"text": "Yes.", "published": "soon"}}, 400, "as a date"),
        ("read", {"content": b"x" * 5_000_001, "headers": JSON}, 413, "send less"),
    ],
)
def test_what_is_refused(editor: httpx.Client, route: str, sent: dict[str, Any], status: int, why: str) -> None:
    answer = editor.post(f"/api/{route}", **sent)
    assert answer.status_code == status
    assert why in answer.json()["error"]


def test_who_has_no_name_is_called_by_number(monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError("getpwuid(): uid not found: 54321")

    monkeypatch.setattr("getpass.getuser", nameless)
    monkeypatch.setattr("os.getuid", lambda: 54_321)
    assert user_name() == "54321"


@pytest.mark.parametrize("route", ["keep", "reject", "restore", "remove"])
def test_without_edit_nothing_is_changed(server: httpx.Client, route: str) -> None:
    answer = server.post(f"/api/{route}", json={"statement": "x", "why": "y"})
    assert answer.status_code == 403
    assert "--edit" in answer.json()["error"]


def test_other_sites_decide_nothing(editor: httpx.Client) -> None:
    answer = editor.post("/api/remove", json={"article": "calls"}, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert len(items(editor, "articles")) == 1


def test_an_article_built_beside_the_server_is_seen(editor: httpx.Client, folder: Path) -> None:
    before = said(editor)
    command = [*KG_COMMAND, "build", str(folder / "ferry.txt"), "--store", str(folder / "kg.db")]
    subprocess.run(command, check=True, capture_output=True)
    assert said(editor) == before | {("Kelder Lines", "paid", "Oda Renn", "denied")}


def test_a_store_that_takes_the_place_of_another_is_seen(editor: httpx.Client, folder: Path, nlp: Language) -> None:
    build_into(folder / "new.db", folder / "harbor.txt", nlp)
    (folder / "kg.db").rename(folder / "old.db")
    missing = editor.get("/api/articles")
    assert missing.status_code == 503
    assert "There is no store" in missing.json()["error"]
    (folder / "new.db").rename(folder / "kg.db")
    shutil.rmtree(folder / "old.db")
    begun = time.monotonic()
    assert said(editor) == {("Wessel Ports", "acquired", "Kelder Lines", "affirmed")}
    assert time.monotonic() - begun < 10
