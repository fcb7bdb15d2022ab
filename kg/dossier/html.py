"""A dossier as one HTML page that asks for nothing else and runs nothing. Nothing that an article says can become markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from typing import Final

from kg.dossier import phrases
from kg.dossier.addresses import safe_address
from kg.dossier.model import Claim, Connection, Dispute, Dossier, Fact, Group, Section, Source
from kg.draw.safety import hash_source, policy_text

_CONTROLS: Final = dict.fromkeys([*range(9), 11, *range(14, 32), 127], "\ufffd")
"""Characters that HTML can't hold."""


def to_html(dossier: Dossier) -> str:
    """The dossier as HTML, fit for screen and print."""
    style = files("kg.dossier").joinpath("page.css").read_text(encoding="utf-8")
    policy = {"default-src": "'none'", "style-src": hash_source(style), "base-uri": "'none'", "form-action": "'none'"}
    body = "\n".join(
        (
            _head(dossier),
            *map(_section, dossier.sections),
            _list(phrases.DISPUTES, map(_dispute, dossier.disputes)),
            _list(phrases.ALONE, (_only(voice, facts) for voice, facts in dossier.alone)),
            _list(phrases.CONNECTIONS, map(_connection, dossier.connections)),
            _list(phrases.TIMELINE, (_moment(time, one) for time, one in dossier.timeline)),
            _table(dossier.claims),
        )
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy_text(policy))}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{_plain(dossier.name)}</title>\n<style>{style}</style>\n</head>\n'
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _plain(text: str) -> str:
    return escape(text.translate(_CONTROLS))


def _text(text: str) -> str:
    """Text whose direction is its own, whatever stands around it."""
    return f"<bdi>{_plain(text)}</bdi>"


def _head(dossier: Dossier) -> str:
    kinds = f'<p class="kind">{_text(" · ".join(dossier.kinds))}</p>' if dossier.kinds else ""
    names = f"<p>Also called {_text(phrases.listed(dossier.other_names))}.</p>" if dossier.other_names else ""
    told = f'<p class="summary">{phrases.summary(dossier)}</p>\n<p class="note">{phrases.NOTE}</p>'
    return f"<header>\n<h1>{_text(dossier.name)}</h1>\n{kinds}{names}\n{told}\n</header>"


def _section(section: Section) -> str:
    return f"<section>\n<h2>{_text(section.title)}</h2>\n{''.join(map(_group, section.groups))}</section>"


def _group(group: Group) -> str:
    return f"<h3>{_text(group.title)}</h3>\n{''.join(map(_fact, group.facts))}"


def _fact(fact: Fact) -> str:
    remarks = phrases.remarks(fact)
    care = f' <span class="care">{_text(remarks)}</span>' if remarks else ""
    line = f"<p>{_said(fact.claims)}: <strong>{_text(fact.triple)}</strong>{care}</p>"
    return f'<article class="{fact.claims[0].status}">\n{line}\n{"".join(map(_quotation, fact.claims))}</article>\n'


def _said(claims: Sequence[Claim]) -> str:
    return _text(phrases.said(claims))


def _quotation(claim: Claim) -> str:
    """A claim's sentence, and where it stands."""
    known = "; ".join([*([claim.speaker] if claim.speaker else []), *phrases.details(claim)])
    imprint = _text(", ".join(phrases.imprint(claim.source)))
    origin = f"{f'{_text(known)}. ' if known else ''}{_article(claim.source)}, {imprint} {_numbers([claim])}"
    return f"<figure><blockquote>{_sentence(claim)}</blockquote>\n<figcaption>{origin}</figcaption></figure>\n"


def _sentence(claim: Claim) -> str:
    words = f"<mark>{_plain(claim.words)}</mark>" if claim.is_part else _plain(claim.words)
    return f'<p dir="auto">{_plain(claim.before)}{words}{_plain(claim.after)}</p>'


def _article(source: Source) -> str:
    title, address = _text(source.title or phrases.UNTITLED), safe_address(source.url)
    return f'<a href="{escape(address)}" rel="noopener noreferrer"><cite>{title}</cite></a>' if address else f"<cite>{title}</cite>"


def _numbers(claims: Sequence[Claim]) -> str:
    links = (f'<a href="#claim-{one.number}" aria-label="Claim {one.number}">{one.number}</a>' for one in claims)
    return f'<span class="numbers">{" ".join(links)}</span>'


def _list(title: str, items: Iterable[str]) -> str:
    found = "".join(f"<li>{one}</li>\n" for one in items)
    return f"<section>\n<h2>{title}</h2>\n<ul>\n{found}</ul>\n</section>" if found else ""


def _says(claims: Sequence[Claim]) -> str:
    return f"{_text(phrases.lower(phrases.said(claims)))} {_numbers(claims)}"


def _dispute(dispute: Dispute) -> str:
    return f"<strong>{_text(dispute.affirmed[0].triple)}</strong>: {_says(dispute.affirmed)}; {_says(dispute.denied)}"


def _only(voice: str, facts: Sequence[Fact]) -> str:
    """What one voice alone says."""
    rows = "".join(f"<li>{_text(one.triple)} {_numbers(one.claims)}</li>" for one in facts)
    return f"Only {_text(voice)} says:<ul>{rows}</ul>"


def _connection(connection: Connection) -> str:
    rows = "".join(f"<li>{_said(one.claims)}: {_text(one.triple)} {_numbers(one.claims)}</li>" for one in connection.steps)
    return f"<strong>{_text(connection.line)}</strong><ul>{rows}</ul>"


def _moment(time: str, claim: Claim) -> str:
    said = phrases.lower(phrases.said([claim]))
    return f'<span class="time">{_text(time)}</span> {_text(said)}: {_text(claim.triple)} {_numbers([claim])}'


def _table(claims: Sequence[Claim]) -> str:
    if not claims:
        return ""
    head = "".join(f'<th scope="col">{one}</th>' for one in phrases.COLUMNS)
    rows = "\n".join(map(_row, claims))
    table = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    scrolled = f'<div class="wide" role="region" aria-labelledby="claims" tabindex="0">{table}</div>'
    return f'<section>\n<h2 id="claims">{phrases.TABLE}</h2>\n{scrolled}\n</section>'


def _row(claim: Claim) -> str:
    source = claim.source
    article = f"{_article(source)}{f', {_text(source.publisher)}' if source.publisher else ''}"
    cells = (
        _text(" · ".join([phrases.claimed(claim), *phrases.details(claim)])),
        _sentence(claim),
        article,
        _text(phrases.day(source) or "unknown"),
        _text(claim.voice),
        phrases.status(claim),
    )
    return f'<tr id="claim-{claim.number}"><th scope="row">{claim.number}</th>{"".join(f"<td>{one}</td>" for one in cells)}</tr>'
