"""Who may ask the server, and what each of its responses says."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from kg.cli.main import main
from kg.server.guard import Names
from kg.server.run import address, names
from tests.server.conftest import serving

QUERY = {"query": "ASK {}"}


@pytest.mark.parametrize("path", ["/", "/query", "/ontology", "/api/version", "/sparql?query=ASK{}", "/nothing", "/sparql"])
def test_every_response_says_what_it_may_be_used_for(server: httpx.Client, path: str) -> None:
    headers = server.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    is_page = headers.get("content-type", "").startswith("text/html")
    assert ("default-src 'none'" in headers["content-security-policy"]) != is_page
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers


@pytest.mark.parametrize("path", ["/", "/query", "/ontology"])
def test_a_page_runs_nothing_but_its_own_code(server: httpx.Client, path: str) -> None:
    page = server.get(path)
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page.text)
    assert policy
    assert "default-src 'none'" in policy[1].replace("&#x27;", "'")
    assert "unsafe" not in policy[1]


@pytest.mark.parametrize(
    "host",
    "evil.example evil.example:8000 127.0.0.1.evil.example localhost@evil.example [::1 10.0.0.1 evil.example\\@localhost evil@localhost "
    "localhost/evil localhost# localhost:80:90 ::1".split(),
)
def test_another_name_that_leads_here_is_refused(server: httpx.Client, host: str) -> None:
    for path in ("/", "/api/version", "/sparql?query=ASK{}"):
        answer = server.get(path, headers={"Host": host})
        assert answer.status_code == 400
        assert "isn't called so" in answer.json()["error"]


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:9999", "[::1]:8000"])
def test_its_own_names_are_not(server: httpx.Client, host: str) -> None:
    assert server.get("/api/version", headers={"Host": host}).status_code == 200


def test_pages_of_other_sites_may_not_ask(server: httpx.Client) -> None:
    own = str(server.base_url).rstrip("/")
    assert server.post("/sparql", data=QUERY, headers={"Origin": own}).status_code == 200
    for origin in ("https://evil.example", "null", f"{own}0", "http://127.0.0.1"):
        answer = server.post("/sparql", data=QUERY, headers={"Origin": origin})
        assert answer.status_code == 403
        assert "--allow-origin" in answer.json()["error"]
    two = [("Origin", "https://evil.example"), ("Origin", own)]
    assert server.post("/sparql", data=QUERY, headers=two).status_code == 403


@pytest.mark.parametrize(
    ("site", "mode", "status"),
    [
        ("cross-site", "no-cors", 403),
        ("same-site", "no-cors", 403),
        ("cross-site", "navigate", 200),
        ("same-origin", "cors", 200),
        ("none", "navigate", 200),
    ],
)
def test_pages_of_other_sites_may_lead_here_but_have_nothing_done(server: httpx.Client, site: str, mode: str, status: int) -> None:
    answer = server.get("/sparql", params=QUERY, headers={"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode})
    assert answer.status_code == status


def test_those_of_an_allowed_origin_may(location: Path) -> None:
    origin = "https://news.example"
    with serving(location, "--allow-origin", origin, "--name", "Archive.Example", "--workers", "1") as server:
        answer = server.post("/sparql", data=QUERY, headers={"Origin": origin})
        assert answer.json() == {"head": {}, "boolean": True}
        assert answer.headers["access-control-allow-origin"] == origin
        before = {"Origin": origin, "Access-Control-Request-Method": "POST"}
        assert server.options("/sparql", headers=before).headers["access-control-allow-origin"] == origin
        assert server.get("/api/version", headers={"Host": "archive.example"}).status_code == 200
        assert server.get("/api/version", headers={"Origin": "https://other.example"}).status_code == 403


@pytest.mark.parametrize("host", ["127.0.0.2", "localhost", "::1", "0.0.0.0"])
def test_a_server_answers_under_the_address_that_it_prints(host: str) -> None:
    printed = urlsplit(address(host, 8000))
    own = Names(names(host))
    assert own.is_own(printed.netloc.encode())
    assert own.is_own(b"localhost:8000")
    assert not own.is_own(b"evil.example:8000")


def test_what_serve_refuses_to_begin(location: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for arguments, code, why in (
        (["--host", "0.0.0.0"], 2, "other machines reach the server"),
        (["--host", "no.such.host.invalid"], 2, "is no host of this machine"),
        (["--host", "x" * 300], 2, "is no host of this machine"),
        (["--store", str(tmp_path / "none.db")], 1, "There is no store"),
    ):
        with pytest.raises(SystemExit) as ended:
            main(["serve", "--store", str(location), *arguments])
        assert ended.value.code == code
        assert why in capsys.readouterr().err


def test_a_port_that_is_taken(server: httpx.Client, location: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", "--store", str(location), "--port", str(server.base_url.port)])
    assert ended.value.code == 1
    assert "give another with --port" in capsys.readouterr().err
