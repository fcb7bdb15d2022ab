"""What a still picture says: of each arrow, in its legend, and of where it comes from. All of it is text, whatever it holds."""

from __future__ import annotations

import pytest

from kg.draw.reading import data
from kg.draw.still.choice import MOST_ARROWS, MOST_NAMES
from kg.draw.still.picture import picture
from kg.draw.still.typeface import clusters, width, wrapped
from kg.errors import KgError
from tests.draw.campaign import campaign_store
from tests.draw.hostile import hostile_store
from tests.draw.still import SVG, Picture, arrow, between, made_graph, read, statement


@pytest.fixture(scope="module")
def campaign() -> Picture:
    return read(picture(data(campaign_store()), heading_text="The campaign and the prison"))


@pytest.mark.parametrize(
    ("told", "kind", "lines"),
    [
        ("Brightline Outreach – hired – Telcora", "affirmed", ("hired", "in the spring")),
        ("Halvorsen campaign – contracted – Telcora", "affirmed", ("contracted", "according to Meridian Ledger")),
        ("Halvorsen campaign – hired – Telcora", "denied", ("hired", "denied by Priya Nandakumar")),
        ("Jonas Weil – investigated – Telcora", "possible", ("investigated", "possible")),
        ("Fair Work Institute – sued – Tallis Department of Corrections", "planned", ("sued", "planned")),
        ("Lena Ostrander – visited – Red Fork prison", "planned", ("visited", "planned, according to Lena", "Ostrander")),
        ("Red Fork prison – part of – Tallis Department of Corrections", "denied", ("part of", "denied for the future")),
        ("Telcora – paid – Tallis Department of Corrections", "affirmed", ("paid", "according to Meridian Ledger", "$7.25 an hour")),
        ("Corvane Holdings – owns – Redwood Data", "affirmed", ("owns",)),
        ("Telcora – operates in – Tallis state prisons", "derived", ("operates in",)),
    ],
)
def test_what_an_arrow_says(campaign: Picture, told: str, kind: str, lines: tuple[str, ...]) -> None:
    found = [one for one in campaign.arrows if one.told.startswith(f"{told} (") and one.kind == kind]
    assert [one.lines for one in found] == [lines]


def test_what_is_denied_is_red_and_crossed_and_what_is_derived_is_hollow(campaign: Picture) -> None:
    for group in campaign.root.iter(f"{SVG}g"):
        kind = group.get("class", "").removeprefix("arrow ")
        paths = group.findall(f"{SVG}path")
        if group.get("class", "").startswith("arrow"):
            assert (len(paths) == 4) == (kind == "denied")
            assert (paths[0].get("stroke") == "#c1272d") == (kind == "denied")
            assert (paths[2].get("fill") == "#ffffff") == (kind == "derived")
            dashes = {"possible": "7 4", "planned": "0.1 4.5"}.get(kind)
            assert [path.get("stroke-dasharray") for path in paths[:2]] == [dashes, dashes]


def test_the_legend_tells_what_is_there_and_nothing_else(campaign: Picture) -> None:
    statuses = [
        "affirmed",
        "possible: left open",
        "planned: said to be coming",
        "denied",
        "derived from other arrows",
        "more than one voice",
    ]
    assert [one for one in campaign.legend if one != "?"][-6:] == statuses
    assert {"person", "company", "prison", "class not stated"} < set(campaign.legend)
    assert not {"news outlet", "agent"} & set(campaign.legend)  # the paper only speaks, and nobody is a mere agent
    lonely = made_graph(1)
    lonely["derived"] = []
    lonely["arrows"] = [arrow("urn:n001", "paid", "urn:n002", statement(1, "possible"))]
    assert [one for one in read(picture(lonely)).legend if one != "?"] == ["class 1", "class 2", "possible: left open"]


def test_the_sources_name_articles_and_who_claims(campaign: Picture) -> None:
    assert "“📞 Halvorsen campaign drops a firm whose callers sit in prison”, The Daily Postil, 24 December 2019;" in campaign.sources
    assert "What is attributed is claimed by Lena Ostrander; Meridian Ledger; Priya Nandakumar;" in campaign.sources


def test_what_is_disputed_says_so() -> None:
    graph = between(statement(1, "affirmed"), statement(2, "denied"))
    graph["arrows"][0]["disputed"] = graph["arrows"][1]["disputed"] = True
    assert [arrow.lines for arrow in read(picture(graph)).arrows] == [("paid", "disputed"), ("paid", "denied", "disputed")]


@pytest.mark.parametrize(
    ("modality", "words"), [(None, "denied"), ("planned", "denied for the future"), ("possible", "denied as impossible")]
)
def test_what_kind_of_thing_is_denied(modality: str | None, words: str) -> None:
    graph = between(statement(1, "denied"))
    graph["arrows"][0]["statements"][0]["modality"] = modality
    assert read(picture(graph)).arrows[0].lines == ("paid", words)
    graph["arrows"][0]["statements"].append(statement(2, "denied"))
    both = read(picture(graph)).arrows[0].lines
    assert both == ("paid", "denied" if modality is None else "denied in different ways")


def test_a_pointer_finds_the_sentence(campaign: Picture) -> None:
    found = [one.told for one in campaign.arrows if one.told.startswith("Corvane Holdings – owns – Redwood Data")]
    assert found == [
        "Corvane Holdings – owns – Redwood Data (affirmed): Telcora is owned by Corvane Holdings, which also owns Redwood Data."
    ]


def test_an_arrow_names_its_speakers_only_where_no_article_says_it_itself() -> None:
    graph = between(statement(1, "affirmed", "urn:n003"))
    graph["nodes"][3]["label"], graph["nodes"][4]["label"] = "Ann", "Bo"
    assert read(picture(graph)).arrows[0].lines == ("paid", "according to Ann")
    graph["arrows"][0]["statements"].append(statement(2, "affirmed", "urn:n004"))
    assert read(picture(graph)).arrows[0].lines == ("paid", "according to Ann and Bo")
    graph["arrows"][0]["statements"].append(statement(3, "affirmed"))
    assert read(picture(graph)).arrows[0].lines == ("paid",)


def test_what_the_ontology_does_not_allow_is_said() -> None:
    graph = between(statement(1, "affirmed"))
    graph["arrows"][0]["violates"] = ["domain"]
    assert read(picture(graph)).arrows[0].lines == ("paid", "not allowed by the ontology")


def test_nothing_in_the_data_becomes_markup() -> None:
    svg = picture(data(hostile_store()), heading_text="</title><script>alert(1)</script>")
    root = read(svg).root
    assert {one.tag.removeprefix(SVG) for one in root.iter()} == {"svg", "title", "desc", "style", "rect", "g", "path", "text"}
    assert not [name for one in root.iter() for name in one.attrib if name.startswith("on") or "href" in name]
    assert "<script" not in svg
    assert "\u202e" not in svg
    assert "Ö" * 100 not in "".join(one.text or "" for one in root.iter(f"{SVG}text"))


def test_characters_that_xml_cannot_hold_are_replaced() -> None:
    graph = between(statement(1, "affirmed"))
    graph["nodes"][1]["label"] = "A\x00b\ufffe\ud800c"
    assert "A�b��c" in [one.words for one in read(picture(graph)).names]


def test_of_a_large_graph_the_most_connected_are_drawn_and_the_rest_is_counted() -> None:
    graph = made_graph(5, names=400, arrows=500)
    found = read(picture(graph))
    assert len(found.names) <= MOST_NAMES
    assert len(found.arrows) <= MOST_ARROWS
    left = f"{400 - len(found.names)} names and {501 - len(found.arrows)} arrows are left out."
    assert found.sources.startswith(f"Only the {len(found.names)} names with the most arrows are drawn; {left}")


def test_a_graph_without_arrows_is_refused() -> None:
    graph = made_graph(1)
    graph["arrows"] = graph["derived"] = []
    with pytest.raises(KgError, match="nothing to draw"):
        picture(graph)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Tallis Department of Corrections", ("Tallis Department", "of Corrections")),
        ("", ("",)),
        ("  Donaudampfschifffahrtsgesellschaft AG", ("Donaudampfschifff", "ahrtsgesellschaft", "AG")),
        ("Ostrel " * 30, ("Ostrel Ostrel", "Ostrel Ostrel", "Ostrel Ostrel Ost…")),
    ],
)
def test_names_are_wrapped_and_cut(text: str, lines: tuple[str, ...]) -> None:
    found = wrapped(text, 13, 110, 3)
    assert found == lines
    assert all(width(line, 13) <= 110 for line in found)


def test_no_character_of_several_code_points_is_cut() -> None:
    assert list(clusters("👩‍👩‍👧‍👦é🇺🇦🇵🇱👍🏽x")) == ["👩‍👩‍👧‍👦", "é", "🇺🇦", "🇵🇱", "👍🏽", "x"]
