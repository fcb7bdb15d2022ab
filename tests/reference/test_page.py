"""The page of an ontology: all of it is there, linked and marked, nothing in it becomes markup, and a browser has nothing to block."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html

from kg.ontology.load import load
from kg.ontology.sources import sources
from kg.reference import page
from kg.reference.examples import marked

PREFIXES = """@prefix : <https://example.org/zoo#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix kg: <https://w3id.org/accordingto#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
ZOO = (
    PREFIXES
    + """
<https://example.org/zoo> a owl:Ontology ; dcterms:title "The zoo" ; owl:versionInfo "2.0" ; skos:changeNote "2.0: cats" ;
    owl:versionIRI <https://example.org/zoo/2.0> ; owl:priorVersion <https://example.org/zoo/1.0> .
:Animal a owl:Class ; rdfs:label "animal" ; kg:ner_label "ORG" .
:Cat a owl:Class ; rdfs:label "cat" ; rdfs:comment "Purrs." ; rdfs:subClassOf :Animal ; skos:closeMatch <https://schema.org/Thing> .
:felix a :Cat ; skos:prefLabel "Felix" .
:eating a kg:WordClass ; skos:prefLabel "eat" ; skos:altLabel "devour" .
:meets a owl:ObjectProperty , owl:SymmetricProperty ; rdfs:label "meets" .
:chases a owl:ObjectProperty ; rdfs:label "chases" ; rdfs:comment "Runs after." ; rdfs:domain :Cat ; rdfs:range :Animal ;
    owl:inverseOf :chased_by ; rdfs:subPropertyOf :meets ; owl:propertyChainAxiom ( :meets :chases ) ;
    kg:example "[The cat] chased [o/Animal:the mouse]." , "[The cat] {eating:devoured} [the mouse]." ;
    kg:planned_example "[The cat] wants [the mouse]." ; kg:counter_example "[The cat] chased [the mouse] in a dream." .
:chased_by a owl:ObjectProperty ; rdfs:label "is chased by" .
:born a owl:DatatypeProperty ; rdfs:label "born" ; rdfs:domain :Animal ; rdfs:range xsd:date .
"""
)


def read(folder: Path, text: str) -> lxml.html.HtmlElement:
    path = folder / "zoo.ttl"
    path.write_text(text, encoding="utf-8")
    return lxml.html.document_fromstring(page(sources([path])))


def said(article: lxml.html.HtmlElement) -> dict[str, str]:
    """What an article lists, by what it calls it."""
    titles = [one.text_content() for one in article.xpath("./dl/dt")]
    return dict(zip(titles, [" ".join(one.text_content().split()) for one in article.xpath("./dl/dd")], strict=True))


def test_all_of_an_ontology_is_there(tmp_path: Path) -> None:
    html = read(tmp_path, ZOO)
    assert html.findtext(".//h1") == "The zoo"
    assert said(html.find(".//header")) == {
        "ontology": "https://example.org/zoo",
        "title": "The zoo",
        "version": "2.0",
        "version IRI": "https://example.org/zoo/2.0",
        "version before": "https://example.org/zoo/1.0",
        "changes": "2.0: cats",
    }
    cat, chases, born = (html.get_element_by_id(one) for one in ("class-Cat", "relation-chases", "relation-born"))
    assert said(cat) == {
        "kind of": "animal",
        "nouns": "cat",
        "has": "born, chases",
        "is object of": "chases",
        "matches closely": "schema:Thing",
    }
    assert said(chases) == {
        "subject": "cat",
        "object": "animal",
        "inverse": "is chased by",
        "follows into": "meets",
        "follows from": "meets → chases",
    }
    assert said(born) == {"subject": "animal", "object": "xsd:date"}
    assert said(html.get_element_by_id("relation-meets"))["is"] == "symmetric"
    assert [one.get("class") for one in chases.xpath(".//div[contains(@class, 'examples')]")] == [
        "examples said",
        "examples planned",
        "examples counter",
    ]
    assert "devour, eat" in html.get_element_by_id("words").text_content()
    assert "cat1" in html.get_element_by_id("individuals").text_content()
    assert {one.text_content() for one in html.xpath("//nav//ul/ul/li|//nav/ul/li/ul/li")} == {
        *("animal", "cat", "born", "chases", "is chased by", "meets")
    }


def test_arguments_are_marked() -> None:
    assert marked("[The cat] {eating:ate} [o/Animal|Plant:it].") == (
        '<mark class="subject" title="subject">The cat</mark> <span class="word" title="a word of eating">ate</span> '
        '<mark class="object" title="object">it<small>Animal or Plant</small></mark>.'
    )
    assert marked("[o:It] was hit by [s:<b>].").count("mark class") == 2
    assert marked("no <b> brackets [") == "no &lt;b&gt; brackets ["


def test_every_link_leads_somewhere() -> None:
    html = lxml.html.document_fromstring(page(sources(None)))
    addresses = html.xpath("//@href")
    there = set(html.xpath("//@id"))
    assert len(there) == len(html.xpath("//@id"))
    assert {one[1:] for one in addresses if one.startswith("#")} <= there
    assert all(one.startswith(("#", "http://", "https://")) for one in addresses)


def test_our_own_page_is_whole_and_always_the_same() -> None:
    ours, text = load(), page(sources(None))
    assert text == page(sources(None))
    html = lxml.html.document_fromstring(text)
    assert len(html.xpath("//section[@id='relations']/article")) == len(ours.relations)
    assert len(html.xpath("//section[@id='classes']/article")) == len(ours.classes)
    assert len(html.xpath("//div[contains(@class, 'said')]//li")) == sum(len(one.examples) for one in ours.relations.values())
    assert "changes" in said(html.find(".//header"))


EVIL = '</style></title><script>alert(1)</script><img src=x onerror=alert(1)>" onmouseover="alert(1)'


def test_nothing_becomes_markup(tmp_path: Path) -> None:
    evil = EVIL.replace("\\", "\\\\").replace('"', '\\"')
    text = f"""
<https://example.org/zoo> a owl:Ontology ; dcterms:title "{evil}" ; rdfs:comment "{evil}" ; skos:changeNote "{evil}" ;
    owl:priorVersion <javascript:alert(1)> .
<https://example.org/zoo#%3Cscript%3E'onx='> a owl:Class ; rdfs:label "{evil}" ; kg:ner_label "{evil}" ; rdfs:comment "{evil}" ;
    skos:altLabel "{evil}" ; skos:closeMatch <javascript:alert(1)> , <data:text/html,x> ; kg:title "{evil}" .
:p a owl:ObjectProperty ; rdfs:label "{evil}" ; rdfs:comment "{evil}" ; rdfs:domain <javascript:alert(2)> ;
    kg:example "[{evil}] hit [o/Cat:{evil}]." , "{evil}" ; kg:counter_example "{{{evil}" .
:w a kg:WordClass ; skos:prefLabel "{evil}" .
"""
    html = read(tmp_path, PREFIXES + text)
    assert not html.xpath("//script|//img|//iframe|//object|//link|//base|//form")
    assert not [name for one in html.iter() for name in getattr(one, "attrib", {}) if name.startswith("on")]
    assert all(one.startswith(("#", "http://", "https://")) for one in html.xpath("//@href"))
    assert html.findtext(".//title") == EVIL.replace("\\", "")
    assert "default-src 'none'" in html.xpath("//meta[@http-equiv]/@content")[0]


def test_three_hundred_relations_and_rings_are_drawn(tmp_path: Path) -> None:
    ring = "".join(f":C{n} a owl:Class ; rdfs:subClassOf :C{(n + 1) % 40} , :C{(n + 7) % 40} .\n" for n in range(40))
    relations = "".join(
        f':p{n} a owl:ObjectProperty ; rdfs:label "{"long " * 12}{n}" ; kg:example "[A] hit [B]." ;'
        f" rdfs:domain :C{n % 7} ; rdfs:range :C{n % 11} .\n"
        for n in range(300)
    )
    html = read(tmp_path, PREFIXES + ring + relations)
    tree, joins = html.xpath("//figure/*[local-name() = 'svg']")
    assert len(tree.xpath(".//*[local-name() = 'circle']")) == 40
    assert len(joins.xpath(".//*[@class = 'relation']")) == 300
    assert all(len(one.text_content()) < 90 for one in joins.xpath(".//*[@class = 'relation']"))
    assert not re.search(r"\bnan\b|None", " ".join(joins.xpath(".//@d")))
