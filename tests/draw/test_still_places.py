"""A still picture's places, measured: nothing covers anything else, and nothing is outside."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from kg.draw.reading import data
from kg.draw.still import layout
from kg.draw.still.geometry import Point, Size
from kg.draw.still.picture import picture
from tests.draw.campaign import campaign_store
from tests.draw.hostile import hostile_store
from tests.draw.still import Picture, arrow, made_graph, read, statement

SEEDS = range(4)


@pytest.fixture(scope="module", params=[*SEEDS, "from the middle", "campaign", "hostile"])
def drawn(request: pytest.FixtureRequest) -> Picture:
    if isinstance(request.param, int):
        return read(picture(made_graph(request.param), size=Size(1000, 700) if request.param % 2 else None))
    if request.param == "from the middle":
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(layout, "_MOST_WORK", 0)
            return read(picture(made_graph(7)))
    return read(picture(data({"campaign": campaign_store, "hostile": hostile_store}[request.param]()), heading_text="A title"))


def test_no_name_or_label_covers_another(drawn: Picture) -> None:
    boxes = [one.box for one in drawn.names] + [one.text for one in drawn.arrows]
    assert [(one, other) for one, other in combinations(boxes, 2) if one.overlaps(other)] == []


def test_every_name_is_inside_its_box(drawn: Picture) -> None:
    for one in drawn.names:
        assert one.box.left + 20 < one.text.left
        assert one.text.right < one.box.right
        assert one.box.top < one.text.top < one.text.bottom < one.box.bottom


def test_all_of_it_is_inside_the_picture(drawn: Picture) -> None:
    points = [point for one in drawn.arrows for point in (*one.way, one.tip)]
    boxes = [one.box for one in drawn.names] + [one.text for one in drawn.arrows]
    points += [Point(x, y) for box in boxes for x, y in ((box.left, box.top), (box.right, box.bottom))]
    assert all(0 < point.x < drawn.width and 0 < point.y < drawn.height for point in points)


def test_no_arrow_runs_through_a_name_or_a_label(drawn: Picture) -> None:
    for one in drawn.arrows:
        for point in one.way:
            assert not [name.words for name in drawn.names if name.box.holds(point, -2)], one.told
            assert not [other.told for other in drawn.arrows if other.text.holds(point, -2)], one.told


@pytest.mark.parametrize("most_work", [4000, 0])
def test_every_arrow_leads_from_its_subject_by_its_label_to_its_object(most_work: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "_MOST_WORK", most_work)
    graph = made_graph(3)
    found = read(picture(graph))
    labels = {one["id"]: one["label"] for one in graph["nodes"]}
    boxes = {node["id"]: name.box for node, name in zip(graph["nodes"], found.names, strict=True)}
    assert [name.words.replace(" ", "")[:9] for name in found.names] == [one["label"].replace(" ", "")[:9] for one in graph["nodes"]]
    for made, shown in zip([*graph["arrows"], *graph["derived"]], found.arrows, strict=True):
        assert boxes[made["subject"]].holds(shown.way[0], 2)
        assert boxes[made["object"]].holds(shown.tip, 2)
        assert "".join(shown.lines).replace(" ", "").startswith(made["label"].replace(" ", "")[:20])
        assert shown.told.startswith(f"{labels[made['subject']]} – {made['label']} – {labels[made['object']]}")


def test_many_names_on_one_stand_in_several_ranks() -> None:
    graph = made_graph(0, names=60, arrows=60)
    graph["derived"] = []
    hub, *others = (one["id"] for one in graph["nodes"])
    graph["arrows"] = [arrow(hub, "paid", other, statement(number, "affirmed")) for number, other in enumerate(others)]
    found = read(picture(graph))
    assert 0.4 < found.width / found.height < 3
    assert len({round(name.box.left + name.box.right) for name in found.names}) > 3


def test_a_long_ring_is_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    """By steps from one name it's half as long; along its arrows it would take Graphviz minutes, were it three times as long."""
    graph = made_graph(0, names=50, arrows=52)
    ids = [one["id"] for one in graph["nodes"]]
    graph["derived"] = []
    ends = [*pairwise([*ids, ids[0]]), *((ids[number], ids[number * 7 % 50]) for number in range(1, 50, 2))]
    graph["arrows"] = [arrow(one, "paid", other, statement(number, "affirmed")) for number, (one, other) in enumerate(ends)]
    monkeypatch.setattr(layout, "_MOST_WORK", 500)
    found = read(picture(graph))
    assert max(found.width, found.height) < 5000


@pytest.mark.parametrize("seed", SEEDS[:1])
def test_the_same_graph_gives_the_same_characters(seed: int) -> None:
    assert picture(made_graph(seed)) == picture(made_graph(seed))
