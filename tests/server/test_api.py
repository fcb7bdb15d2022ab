"""The JSON API, route by route."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from typing import Any

import httpx
import pytest

from kg.draw.reading import data
from kg.store import open_store

KG = "https://w3id.org/accordingto#"


def get(server: httpx.Client, route: str, **parameters: str | int) -> Any:
    answer = server.get(f"/api/{route}", params=parameters)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    return answer.json()


def error(server: httpx.Client, route: str, code: int = 400, **parameters: str | int) -> str:
    answer = server.get(f"/api/{route}", params=parameters)
    assert answer.status_code == code, answer.text
    told = answer.json()
    assert set(told) - {"line", "column"} == {"error"}
    return str(told["error"])


def whole(server: httpx.Client, route: str, limit: int, **parameters: str) -> list[Any]:
    """All items of a list, page by page."""
    items: list[Any] = []
    after: dict[str, str] = {}
    while True:
        page = get(server, route, limit=limit, **parameters, **after)
        assert len(page["items"]) <= limit
        items += page["items"]
        if page["next"] is None:
            return items
        assert len(page["items"]) == limit
        after = {"after": page["next"]}


def test_the_graph_is_the_one_that_is_drawn_without_texts(server: httpx.Client, location: str) -> None:
    with open_store(location, read_only=True) as store:
        expected = data(store)
    for one in expected["articles"]:
        one["text"] = None
    assert get(server, "graph") == expected


def test_a_part_of_the_graph(server: httpx.Client) -> None:
    near = get(server, "graph", entity="Brightline Calls")
    names = {one["id"]: one["label"] for one in near["nodes"]}
    arrows = {(names[one["subject"]], one["label"], names[one["object"]]) for one in near["arrows"]}
    assert ("third-party vendor", "hired", "Brightline Calls") in arrows
    assert len(near["nodes"]) < len(get(server, "graph")["nodes"])
    assert {one["label"] for one in get(server, "graph", entity="Brightline Calls", depth=0)["nodes"]} == {"Brightline Calls"}
    about = get(server, "graph", query="about", entity="Brightline Calls")
    assert {names[one["subject"]] for one in about["arrows"]} >= {"third-party vendor"}
    asked = get(server, "graph", query=f"SELECT ?a ?b {{ ?a <{KG}hired> ?b }}")
    assert {one["label"] for one in asked["arrows"]} >= {"hired"}
    way = get(server, "graph", **{"from": "third-party vendor", "to": "Brightline Calls"})
    assert "hired" in {one["label"] for one in way["arrows"]}


def test_a_graph_of_nothing_that_is_there(server: httpx.Client) -> None:
    assert "no entity named 'Nobody'" in error(server, "graph", entity="Nobody")
    assert "There is no query 'nonsense'" in error(server, "graph", query="nonsense")
    assert "needs --entity" in error(server, "graph", query="about")
    assert "yes or no" in error(server, "graph", query="ASK {}")
    for depth in ("7", "00000000000000007", "9" * 5_000):
        assert "'depth' is a number from 0 to 6" in error(server, "graph", entity="Brightline Calls", depth=depth)
    assert "SERVICE" in error(server, "graph", query="SELECT * { SERVICE <http://127.0.0.1:1/> { ?a ?b ?c } }")
    assert "Give an entity, or" in error(server, "graph", entity="a", to="b")
    assert "no parameter 'center'" in error(server, "graph", center="x")


def test_no_query_is_a_file(server: httpx.Client, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("secret") / "mine.rq"
    file.write_text("SELECT * { ?s ?p ?o }")
    assert "can't be read at line 1" in error(server, "graph", query=str(file))


def test_entities_are_found_by_their_names(server: httpx.Client) -> None:
    found = get(server, "entities", q="bright")["items"]
    assert found[0] == found[0] | {"label": "Brightline Calls", "type": f"{KG}Company"}
    assert found[0]["arrows"] > 0
    assert get(server, "entities", q="CALLS")["items"] == found
    assert get(server, "entities", q="zzz") == {"items": [], "next": None}
    companies = whole(server, "entities", 50, **{"class": f"{KG}Company"})
    assert found[0] in companies
    assert {one["type"] for one in companies} == {f"{KG}Company"}


def test_entities_come_in_pages(server: httpx.Client) -> None:
    everybody = get(server, "entities")["items"]
    assert len(everybody) > 4
    assert whole(server, "entities", 2) == everybody
    assert len({one["id"] for one in everybody}) == len(everybody)


def test_one_entity(server: httpx.Client) -> None:
    found = get(server, "entity", id="brightline calls")
    assert found == get(server, "entity", id=found["id"])
    assert found["label"] == "Brightline Calls"
    hired = [one for one in found["relations"] if one["label"] == "hired"]
    assert {(one["outgoing"], one["status"]) for one in hired} == {(False, "affirmed")}
    assert "no entity" in error(server, "entity", id="urn:kg:nobody")
    assert "'id'" in error(server, "entity")


def test_statements_show_their_evidence(server: httpx.Client) -> None:
    everything = get(server, "statements")["items"]
    for one in everything:
        article = get(server, "article", id=one["article"]["id"])
        assert article["text"][one["start"] : one["end"]] == one["quote"]
        assert article["text"][one["sentence_start"] : one["sentence_end"]] == one["sentence"]
        assert one["quote"] in one["sentence"]
        assert one in article["statements"]


@pytest.mark.parametrize("name", ["entity", "relation", "status", "speaker", "article"])
def test_statements_are_chosen(server: httpx.Client, name: str) -> None:
    everything = get(server, "statements")["items"]

    def values(one: dict[str, Any]) -> set[str]:
        if name == "entity":
            return {one["subject"]["id"], one["object"]["id"]}
        value = one[name]
        return {value if isinstance(value, str) else value["id"]} if value else set()

    chosen = next(value for one in everything for value in sorted(values(one)))
    found = get(server, "statements", **{name: chosen})["items"]
    assert found == [one for one in everything if chosen in values(one)]
    assert found


def test_statements_and_articles_come_in_pages(server: httpx.Client) -> None:
    for route in ("statements", "articles"):
        everything = get(server, route)["items"]
        assert len(everything) > 2 or route == "articles"
        assert sorted(one["id"] for one in whole(server, route, 1)) == sorted(one["id"] for one in everything)


def test_what_no_list_takes(server: httpx.Client) -> None:
    assert "from 1 to 1000" in error(server, "statements", limit=0)
    for limit in ("many", "²", "1001", "000000001001", "0" * 8 + "1" + "0" * 5_000):
        assert "from 1 to 1000" in error(server, "statements", limit=limit)
    assert "'status' is affirmed" in error(server, "statements", status="true")
    assert "'relation' is an IRI" in error(server, "statements", relation="<x> ?y . ?z")
    for after in ("nonsense", "é", urlsafe_b64encode(b"[" * 10_000).decode()):
        assert "`next`" in error(server, "entities", after=after)
    assert "`next`" in error(server, "entities", after=get(server, "articles", limit=1)["next"])
    assert "once" in server.get("/api/statements?limit=1&limit=2").json()["error"]


def test_paths_have_sentences_and_speakers(server: httpx.Client) -> None:
    (first, *_) = get(server, "paths", **{"from": "third-party vendor", "to": "Brightline Calls"})["paths"]
    (step,) = first
    assert (step["subject"]["label"], step["relation"]["label"], step["object"]["label"]) == (
        "third-party vendor",
        "hired",
        "Brightline Calls",
    )
    assert step["said"][0]["sentence"]
    assert step["said"][0]["speaker"]
    statements = {one["id"] for one in get(server, "statements")["items"]}
    assert statements.issuperset(step["statements"])
    assert "'to'" in error(server, "paths", **{"from": "third-party vendor"})


def test_the_ontology_and_the_queries(server: httpx.Client) -> None:
    ontology = get(server, "ontology")
    assert ontology["prefixes"]["kg"] == KG
    hired = next(one for one in ontology["relations"] if one["name"] == "hired")
    assert (hired["id"], hired["label"]) == (f"{KG}hired", "hired")
    assert f"{KG}Company" in {one["id"] for one in ontology["classes"]}
    queries = {one["name"]: one for one in get(server, "queries")["items"]}
    assert queries["about"]["parameters"][0]["name"] == "entity"
    assert "SELECT" in queries["chain"]["text"]


def test_what_a_client_has_isnt_sent_again(server: httpx.Client) -> None:
    first = server.get("/api/entities", params={"q": "a"})
    again = server.get("/api/entities", params={"q": "a"}, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert get(server, "version")["version"] in first.headers["etag"]
    assert get(server, "version")["edit"] is False


def test_nothing_else_is_there(server: httpx.Client) -> None:
    assert "explorer" in error(server, "nothing", code=404)
    assert server.get("/api/../../etc/passwd").status_code == 404
    assert server.get("/%2e%2e/%2e%2e/etc/passwd").status_code == 404
    assert server.post("/api/graph").status_code == 405
