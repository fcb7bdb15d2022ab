"""Made graphs to draw, and still pictures read back: what stands where, measured."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from xml.etree.ElementTree import Element, fromstring

from kg.draw.graph import Arrow, ArticleData, Class, DerivedArrow, Graph, Node, StatementData
from kg.draw.still.geometry import Point
from kg.draw.still.markup import flattened
from kg.draw.still.typeface import width

SVG = "{http://www.w3.org/2000/svg}"
NAMES = (
    "Ostrel",
    "Brightline Outreach",
    "Tallis Department of Corrections and Rehabilitation",
    "Żółkiewski & Søn A/S",
    "شركة الاتصالات الدولية",
    "החברה הממשלתית",
    "📞 Call Centre 🗳️",
    "北方电力建设公司",
    "Donaudampfschifffahrtsgesellschaftskapitänswitwe",
    "x",
)
RELATIONS = ("hired", "paid", "is located in", "took over the greater part of the business of", "met with")
STATUSES = ("affirmed", "affirmed", "affirmed", "possible", "planned", "denied")
ARTICLE = ArticleData(
    id="urn:kg:article/one", title="Who paid the ferry", publisher="The Postil", published="2024-03-05T06:30:00Z", url=None, text=None
)


def node(number: int, random: Random) -> Node:
    return Node(
        id=f"urn:n{number:03}", label=f"{random.choice(NAMES)} {number}", labels=[], type=f"urn:c{number % 5}" if number % 7 else None
    )


def statement(number: int, status: str, speaker: str | None = None) -> StatementData:
    return StatementData(
        id=f"urn:s{number:04}",
        status=status,
        modality=None,
        speaker=speaker,
        reported_by=[],
        amount=None,
        when=None,
        article=ARTICLE["id"],
        start=0,
        end=0,
        sentence_start=0,
        sentence_end=0,
        quote="the words",
    )


def arrow(subject: str, label: str, object: str, *statements: StatementData) -> Arrow:
    status = statements[0]["status"]
    return Arrow(
        subject=subject,
        relation=f"urn:r/{label}",
        label=label,
        object=object,
        status=status,
        violates=[],
        disputed=False,
        voices=len(statements),
        statements=list(statements),
    )


def made_graph(seed: int, names: int = 40, arrows: int = 54) -> Graph:
    """So many names, joined by arrows of all kinds: several between two, from a name to itself, derived ones."""
    random = Random(seed)
    nodes = [node(number, random) for number in range(names)]
    ids = [one["id"] for one in nodes]
    hub = ids[0]
    ends = [(ids[number], ids[random.randrange(number)]) for number in range(1, names)]
    ends += [(hub, random.choice(ids)) for _ in range((arrows - names) // 2)]
    ends += [(random.choice(ids), random.choice(ids)) for _ in range(arrows - len(ends) - 1)]
    ends.append((ids[1], ids[1]))
    made = []
    for number, (subject, object) in enumerate(ends):
        speaker = random.choice([None, None, random.choice(ids)])
        made.append(arrow(subject, random.choice(RELATIONS), object, statement(number, random.choice(STATUSES), speaker)))
    derived = [
        DerivedArrow(subject=ids[2], relation="urn:r/d", label="operates in", object=ids[9], premises=["urn:s0001"], cautions=["disputed"])
    ]
    classes = [Class(id=f"urn:c{number}", name=f"C{number}", label=f"class {number}", ancestors=[]) for number in range(5)]
    return Graph(nodes=nodes, arrows=made, derived=derived, classes=classes, articles=[ARTICLE])


def between(*statements: StatementData) -> Graph:
    """Arrows from one name to another, one for each statement."""
    graph = made_graph(1)
    graph["derived"] = []
    graph["arrows"] = [arrow("urn:n001", "paid", "urn:n002", one) for one in statements]
    return graph


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box, by: float = 0.5) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        return across > by and min(self.bottom, other.bottom) - max(self.top, other.top) > by

    def holds(self, point: Point, margin: float = 0) -> bool:
        return self.left - margin < point.x < self.right + margin and self.top - margin < point.y < self.bottom + margin


@dataclass(frozen=True)
class Name:
    box: Box
    text: Box
    words: str


@dataclass(frozen=True)
class Drawn:
    kind: str
    text: Box
    lines: tuple[str, ...]
    told: str
    way: tuple[Point, ...]
    tip: Point


@dataclass(frozen=True)
class Picture:
    """What a picture shows, in its own pixels."""

    width: float
    height: float
    names: tuple[Name, ...]
    arrows: tuple[Drawn, ...]
    legend: tuple[str, ...]
    sources: str
    root: Element


def read(svg: str) -> Picture:
    root = fromstring(svg)
    _, _, wide, high = map(float, root.attrib["viewBox"].split())
    groups = [(one, Point(0, 0)) for one in root] + [(one, _shift(group)) for group in root.findall(f"{SVG}g") for one in group]
    names, arrows, legend, sources = [], [], [], ""
    for group, by in groups:
        kind = group.get("class", "")
        texts = group.findall(f"{SVG}text")
        if kind == "name":
            names.append(Name(_rectangle(group, by), _text_box(texts, by), " ".join(_plain(one) for one in texts if one.text != "?")))
        elif kind.startswith("arrow"):
            arrows.append(_arrow(group, texts, by))
        elif kind == "legend":
            legend = [_plain(one) for one in texts]
        elif kind == "sources":
            sources = " ".join(_plain(one) for one in texts)
    return Picture(wide, high, tuple(names), tuple(arrows), tuple(legend), sources, root)


def _shift(group: Element) -> Point:
    found = re.match(r"translate\(([-\d.]+) ([-\d.]+)\)$", group.get("transform", ""))
    return Point(float(found[1]), float(found[2])) if found else Point(0, 0)


def _plain(text: Element) -> str:
    return "".join(one for one in text.text or "" if one not in "\u2067\u2068\u2069")


def _rectangle(group: Element, by: Point) -> Box:
    found = group.find(f"{SVG}rect")
    assert found is not None
    x, y, wide, high = (float(found.attrib[name]) for name in ("x", "y", "width", "height"))
    return Box(x + by.x, y + by.y, x + by.x + wide, y + by.y + high)


def _text_box(texts: list[Element], by: Point) -> Box:
    boxes = []
    for one in texts:
        if one.text == "?":
            continue
        size, x, y = (float(one.attrib[name]) for name in ("font-size", "x", "y"))
        half = width(one.text or "", size, bold=one.get("font-weight") == "bold") / 2
        boxes.append(Box(x + by.x - half, y + by.y - 0.75 * size, x + by.x + half, y + by.y + 0.22 * size))
    return Box(min(b.left for b in boxes), min(b.top for b in boxes), max(b.right for b in boxes), max(b.bottom for b in boxes))


def _arrow(group: Element, texts: list[Element], by: Point) -> Drawn:
    paths = [[float(one) for one in re.findall(r"-?[\d.]+", path.attrib["d"])] for path in group.findall(f"{SVG}path")]
    splines = [[Point(x + by.x, y + by.y) for x, y in list(pairwise(path))[::2]] for path in paths]
    told = group.find(f"{SVG}title")
    assert told is not None
    return Drawn(
        kind=group.attrib["class"].removeprefix("arrow "),
        text=_text_box(texts, by),
        lines=tuple(_plain(one) for one in texts),
        told=told.text or "",
        way=tuple(point for one in splines[:2] for point in flattened(one)),
        tip=splines[2][0],
    )
