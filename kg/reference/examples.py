"""Examples with their arguments marked."""

from __future__ import annotations

from html import escape

from kg.errors import OntologyError
from kg.ontology.examples import Example, parse


def marked(text: str) -> str:
    """An example as HTML: subject, object and further participants in colour, with the classes that they demand, and words that stand for
    a class underlined; as it stands where the notation isn't followed."""
    try:
        example = parse(text)
    except OntologyError:
        return escape(text)
    parts: list[str] = []
    last = 0
    for start, end, html in sorted(_pieces(example)):
        parts += [escape(example.text[last:start]), html]
        last = end
    return "".join([*parts, escape(example.text[last:])])


def _pieces(example: Example) -> list[tuple[int, int, str]]:
    slots = [
        (
            slot.start,
            slot.end,
            f'<mark class="{slot.role}" title="{slot.role}">{escape(slot.words)}'
            + (f"<small>{escape(' or '.join(slot.classes))}</small>" if slot.classes else "")
            + "</mark>",
        )
        for slot in example.slots
    ]
    words = [
        (one.start, one.end, f'<span class="word" title="a word of {escape(one.name)}">{escape(example.text[one.start : one.end])}</span>')
        for one in example.classed
    ]
    return slots + words
