"""A view → the plain dict."""

from __future__ import annotations

from kg.draw.graph import Graph
from kg.draw.reading import data
from tests.draw.campaign import TEXT, campaign_store
from tests.draw.view import PREFIXES, Said, Told, store_of, trig

SMALL = (
    PREFIXES
    + """
kg:Agent rdfs:label "agent" . kg:Firm rdfs:label "firm" ; rdfs:subClassOf kg:Agent . kg:hired rdfs:label "hired" .
kg:Agent rdfs:subClassOf <https://example.org/Unlabelled> .
GRAPH :article\\/one { :article\\/one kg:text "📞 Mayor Ito said: Acme may have hired Bolt for $5. Rain fell." . }
:article\\/one a schema:NewsArticle ; schema:headline "Calls" ; schema:publisher "The Post" ; schema:datePublished "2020-01-02" ;
  schema:url "https://example.org/1" ; kg:key "one" .
:acme a kg:Firm, kg:Agent ; rdfs:label "Acme" ; skos:altLabel "Acme", "the firm" ; kg:named true .
:bolt a kg:Firm ; rdfs:label "Bolt" . :ito a kg:Agent ; rdfs:label "Ito" . :wire a kg:Agent ; rdfs:label "the wire" .
:s1 a kg:Statement ; rdf:subject :acme ; rdf:predicate kg:hired ; rdf:object :bolt ; kg:status kg:possible ;
  kg:attributed_to :ito ; kg:reported_by :wire ; kg:amount :a1 ; kg:when :w1 ; oa:hasTarget :t1 .
:a1 a kg:Amount ; kg:words "for $5" ; kg:low 5 ; kg:high 5 ; kg:currency "USD" .
:w1 a kg:Time ; kg:words "lately" .
:t1 oa:hasSource :article\\/one ; oa:hasSelector :p1, :q1 .
:p1 a oa:TextPositionSelector ; oa:start 19 ; oa:end 43 . :q1 a oa:TextQuoteSelector ; oa:exact "Acme may have hired Bolt" .
"""
)


def expected_small() -> Graph:
    return {
        "nodes": [
            {"id": "urn:kg:acme", "label": "Acme", "labels": ["the firm"], "type": "https://w3id.org/accordingto#Firm", "hidden": 0},
            {"id": "urn:kg:bolt", "label": "Bolt", "labels": [], "type": "https://w3id.org/accordingto#Firm", "hidden": 0},
            {"id": "urn:kg:ito", "label": "Ito", "labels": [], "type": "https://w3id.org/accordingto#Agent", "hidden": 0},
            {"id": "urn:kg:wire", "label": "the wire", "labels": [], "type": "https://w3id.org/accordingto#Agent", "hidden": 0},
        ],
        "arrows": [
            {
                "subject": "urn:kg:acme",
                "relation": "https://w3id.org/accordingto#hired",
                "label": "hired",
                "object": "urn:kg:bolt",
                "status": "possible",
                "violates": [],
                "disputed": False,
                "voices": 1,
                "statements": [
                    {
                        "id": "urn:kg:s1",
                        "status": "possible",
                        "modality": None,
                        "speaker": "urn:kg:ito",
                        "reported_by": ["urn:kg:wire"],
                        "amount": {"words": "for $5", "low": "5", "high": "5", "currency": "USD", "unit": None},
                        "when": {"words": "lately", "edtf": None},
                        "article": "urn:kg:article/one",
                        "start": 19,
                        "end": 43,
                        "sentence_start": 0,
                        "sentence_end": 50,
                        "quote": None,
                    }
                ],
            }
        ],
        "derived": [],
        "classes": [
            {"id": "https://w3id.org/accordingto#Agent", "name": "Agent", "label": "agent", "ancestors": []},
            {
                "id": "https://w3id.org/accordingto#Firm",
                "name": "Firm",
                "label": "firm",
                "ancestors": ["https://w3id.org/accordingto#Agent"],
            },
        ],
        "articles": [
            {
                "id": "urn:kg:article/one",
                "title": "Calls",
                "publisher": "The Post",
                "published": "2020-01-02",
                "url": "https://example.org/1",
                "text": "📞 Mayor Ito said: Acme may have hired Bolt for $5. Rain fell.",
            }
        ],
    }


def test_a_small_view_gives_exactly_this() -> None:
    assert data(store_of(SMALL)) == expected_small()


def test_a_literal_is_a_node_of_its_subject_with_its_datatype_for_a_class() -> None:
    integer = "http://www.w3.org/2001/XMLSchema#integer"
    said = "kg:status kg:affirmed ; rdf:predicate kg:staff ; rdf:object 300"
    graph = data(
        store_of(
            f""" {SMALL}
            :s2 a kg:Statement ; {said} ; rdf:subject :acme ; kg:object_label "300 people" .
            :s3 a kg:Statement ; {said} ; rdf:subject :acme ; kg:object_label "three hundred" .
            :s4 a kg:Statement ; {said} ; rdf:subject :bolt ; kg:object_label "300" ."""
        )
    )
    literals = {node["id"]: node for node in graph["nodes"] if node["type"] == integer}
    assert [(node["label"], node["labels"]) for node in literals.values()] == [("300 people", ["300"]), ("300", [])]
    arrows = [arrow for arrow in graph["arrows"] if arrow["object"] in literals]
    assert [(arrow["subject"], len(arrow["statements"])) for arrow in arrows] == [("urn:kg:acme", 2), ("urn:kg:bolt", 1)]
    assert {"id": integer, "name": "integer", "label": "integer", "ancestors": []} in graph["classes"]


def test_an_empty_store_gives_an_empty_graph() -> None:
    assert data(store_of(PREFIXES)) == {"nodes": [], "arrows": [], "derived": [], "classes": [], "articles": []}


def test_without_the_articles_text_the_quotation_is_the_sentence() -> None:
    statement = data(store_of(SMALL.replace("kg:text", "kg:other")))["arrows"][0]["statements"][0]
    assert (statement["quote"], statement["sentence_start"], statement["sentence_end"]) == ("Acme may have hired Bolt", 19, 43)


def test_every_evidence_is_where_it_says() -> None:
    for arrow in data(campaign_store())["arrows"]:
        for one in arrow["statements"]:
            if one["article"] == "urn:kg:article/first":
                assert one["sentence_start"] <= one["start"] < one["end"] <= one["sentence_end"]
                assert TEXT[one["sentence_end"] - 1] in ".”🗳"


def arrows(graph: Graph) -> set[tuple[str, str, str, str, int]]:
    short = "urn:kg:"
    return {
        (one["subject"].removeprefix(short), one["label"], one["object"].removeprefix(short), one["status"], len(one["statements"]))
        for one in graph["arrows"]
    }


def test_statements_of_one_status_share_an_arrow_and_others_do_not() -> None:
    found = arrows(data(campaign_store()))
    assert ("brightline", "hired", "telcora", "affirmed", 2) in found
    assert ("campaign", "contracted", "telcora", "affirmed", 1) in found
    assert ("campaign", "hired", "telcora", "denied", 1) in found
    assert not any(one[:3] == ("campaign", "hired", "telcora") and one[3] == "affirmed" for one in found)


def test_only_what_chains_and_transitivity_give_is_drawn_as_derived() -> None:
    derived = data(campaign_store())["derived"]
    assert [(one["subject"][7:], one["label"], one["object"][7:], len(one["premises"])) for one in derived] == [
        ("centers", "located in", "oklahoma", 2),
        ("telcora", "operates in", "oklahoma", 3),
        ("telcora", "operates in", "prisons", 2),
    ]


DERIVED = """
kg:near a owl:TransitiveProperty, owl:SymmetricProperty ; rdfs:label "near" .
:i1 a kg:Inference ; rdf:subject :a ; rdf:predicate kg:near ; rdf:object :c ; prov:wasDerivedFrom S0, S1 ; kg:caution "disputed" .
:i2 a kg:Inference ; rdf:subject :c ; rdf:predicate kg:near ; rdf:object :a ; prov:wasDerivedFrom S0, S1 .
:i3 a kg:Inference ; rdf:subject :b ; rdf:predicate kg:near ; rdf:object :a ; prov:wasDerivedFrom S0 .
:i4 a kg:Inference ; rdf:subject :a ; rdf:predicate kg:near ; rdf:object :a ; prov:wasDerivedFrom S0 .
""".replace("S0", "<urn:kg:article/one#s-000>").replace("S1", "<urn:kg:article/one#s-001>")


def near(more: list[Said]) -> Graph:
    rows = [Said("a", "near", "b", "A by B", article="one"), Said("b", "near", "c", "B by C", article="one"), *more]
    entities: dict[str, tuple[str, ...]] = {"a": ("Place", "A"), "b": ("Place", "B"), "c": ("Place", "C")}
    return data(store_of(trig({"one": Told("A by B, B by C, C by A")}, entities, rows, more=DERIVED)))


def test_a_symmetric_derived_triple_is_one_arrow_with_its_cautions() -> None:
    derived = near([])["derived"]
    assert [(one["subject"], one["object"], one["cautions"]) for one in derived] == [("urn:kg:a", "urn:kg:c", ["disputed"])]


def test_what_a_statement_affirms_is_not_drawn_as_derived() -> None:
    assert near([Said("c", "near", "a", "C by A", article="one")])["derived"] == []
    assert len(near([Said("c", "near", "a", "C by A", status="denied", article="one")])["derived"]) == 1


def test_who_is_not_stated_has_neither_name_nor_class() -> None:
    nodes = {node["id"]: node for node in data(campaign_store())["nodes"]}
    assert nodes["urn:kg:nobody"] == {"id": "urn:kg:nobody", "label": "someone (not stated)", "labels": [], "type": None, "hidden": 0}


def test_a_circle_of_classes_ends() -> None:
    circle = SMALL + "kg:Agent rdfs:subClassOf kg:Firm ."
    graph = data(store_of(circle))
    assert {one["name"]: len(one["ancestors"]) for one in graph["classes"]} == {"Agent": 1, "Firm": 1}
    assert all(node["type"] for node in graph["nodes"])


def test_what_has_no_label_is_called_by_its_iri() -> None:
    graph = data(store_of(SMALL.replace('kg:hired rdfs:label "hired" .', "").replace("kg:hired", "kg:took_on")))
    assert graph["arrows"][0]["label"] == "took on"


def test_an_arrow_tells_what_of_the_ontology_keeps_it_out() -> None:
    said = "a kg:Statement ; rdf:subject :bolt ; rdf:predicate kg:hired ; rdf:object :acme ; kg:status kg:affirmed"
    graph = data(
        store_of(f"{SMALL} :s2 {said} ; kg:violates rdfs:range , rdfs:domain . :s3 {said} ; kg:violates rdfs:range , rdfs:domain .")
    )
    found = {arrow["status"]: (arrow["violates"], len(arrow["statements"])) for arrow in graph["arrows"]}
    assert found == {"possible": ([], 1), "affirmed": (["domain", "range"], 2)}
