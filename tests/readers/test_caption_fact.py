"""A page's caption is the article's own words, and a fact that only it states is found there; a line that leads elsewhere is not."""

from __future__ import annotations

from pathlib import Path

import kg
from kg.article import Role

CAPTION = "The gate at Orrin Lock. Brackwater Engineering hired Sallow Partners."
LEAD = "Tolland Quarries sued Mosswick Group"
PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>{title}</title></head><body><article>
<h1>{title}</h1>
<p>The canal was closed to boats for a third week on Monday, and the towpath was quiet through the whole of the long afternoon.</p>
{middle}
<p>Residents who live beside the water heard no word of when the gates would be opened again.</p>
</article></body></html>
"""


def test_a_caption_states_a_fact_and_a_lead_to_another_page_none(tmp_path: Path) -> None:
    figure = f'<figure><img src="gate.jpg" alt=""><figcaption>{CAPTION}</figcaption></figure>\n<p>READ MORE: {LEAD}</p>'
    (tmp_path / "lock.html").write_text(PAGE.format(title="Locks on the canal stand empty", middle=figure), encoding="utf-8")
    told = PAGE.format(title="Boats wait on the canal", middle=f"<p>{LEAD}.</p>")  # the same words where the article says them itself
    (tmp_path / "told.html").write_text(told, encoding="utf-8")
    with kg.build([tmp_path / "lock.html", tmp_path / "told.html"], tmp_path / "kg.db", jobs=1) as graph:
        articles = {article.key: article for article in graph.articles()}
        statements = list(graph.statements())
    found = {
        (one.article, one.subject.label if one.subject else None, one.relation.partition("#")[2], one.object.label, one.status.value)
        for one in statements
    }
    assert found == {
        ("lock.html", "Brackwater Engineering", "hired", "Sallow Partners", "affirmed"),
        ("told.html", "Tolland Quarries", "sued", "Mosswick Group", "affirmed"),
    }
    (hired,) = (one for one in statements if one.article == "lock.html")
    text = articles["lock.html"].text
    start = text.index(CAPTION)
    assert start <= hired.evidence.start < hired.evidence.end <= start + len(CAPTION)
    assert text[hired.evidence.start : hired.evidence.end] == hired.evidence.text == "Brackwater Engineering hired Sallow Partners."
    led = next(block for block in articles["lock.html"].blocks if LEAD in text[block.start : block.end])
    assert led.role is Role.BOILERPLATE
