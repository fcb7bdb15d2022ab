"""A dossier as Markdown (CommonMark with GitHub's tables). Nothing that an article says can become markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kg.dossier import phrases
from kg.dossier.addresses import safe_address
from kg.dossier.model import Claim, Connection, Dispute, Dossier, Fact, Section, Source
from kg.terminal import printable

_MARKUP: Final = re.compile(r"[\\`*_{}\[\]<>|~#&$^=@]|(?<=www)\.|:(?=//)", re.IGNORECASE)
_AT_START: Final = re.compile(r"^(\d{1,9})?([-+.)])")
"""What would begin a list where a line begins."""


def to_markdown(dossier: Dossier) -> str:
    """The dossier as Markdown."""
    return "\n".join(_lines(dossier)).rstrip("\n") + "\n"


def escape(text: str) -> str:
    """Text on one line that Markdown shows as it is, but at the beginning of one: see `at_start`."""
    return _MARKUP.sub(r"\\\g<0>", printable(text))


def at_start(line: str) -> str:
    """An escaped line that begins a block, which must not be a list."""
    return _AT_START.sub(r"\1\\\2", line)


def _lines(dossier: Dossier) -> Iterator[str]:
    yield from _paragraphs(f"# {escape(dossier.name)}", at_start(escape(" · ".join(dossier.kinds))))
    if dossier.other_names:
        yield from _paragraphs(f"Also called {escape(phrases.listed(dossier.other_names))}.")
    yield from _paragraphs(phrases.summary(dossier), f"*{phrases.NOTE}*")
    for section in dossier.sections:
        yield from _section(section)
    yield from _list(phrases.DISPUTES, map(_dispute, dossier.disputes))
    yield from _list(phrases.ALONE, (_only(voice, facts) for voice, facts in dossier.alone))
    yield from _list(phrases.CONNECTIONS, map(_connection, dossier.connections))
    yield from _list(phrases.TIMELINE, (_moment(time, one) for time, one in dossier.timeline))
    yield from _table(dossier.claims)


def _paragraphs(*texts: str) -> Iterator[str]:
    for one in texts:
        if one:
            yield from (one, "")


def _section(section: Section) -> Iterator[str]:
    yield from _paragraphs(f"## {escape(section.title)}")
    for group in section.groups:
        yield from _paragraphs(f"### {escape(group.title)}")
        for fact in group.facts:
            yield from _paragraphs(f"- {_fact(fact)}")
            for claim in fact.claims:
                yield from _paragraphs(f"  > {_sentence(claim)}\n  >\n  > — {_origin(claim)}")


def _list(title: str, items: Iterable[str]) -> Iterator[str]:
    found = list(items)
    if found:
        yield from _paragraphs(f"## {title}", "\n".join(f"- {one}" for one in found))


def _fact(fact: Fact) -> str:
    remarks = phrases.remarks(fact)
    return f"{escape(phrases.said(fact.claims))}: **{escape(fact.triple)}**" + (f" *({escape(remarks)})*" if remarks else "")


def _sentence(claim: Claim) -> str:
    words = f"**{_inline(claim.words)}**" if claim.is_part else _inline(claim.words)
    return at_start(f"{_inline(claim.before).lstrip()}{words}{_inline(claim.after).rstrip()}")


def _inline(text: str) -> str:
    """A stretch of a line, the blanks at its ends kept."""
    before, after = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
    return f"{before}{escape(text)}{after}"


def _origin(claim: Claim) -> str:
    """Who says it, in which article, and what else is known."""
    known = escape("; ".join([*([claim.speaker] if claim.speaker else []), *phrases.details(claim)]))
    article = _article(claim.source, *phrases.imprint(claim.source))
    return f"{known}. {article} {_numbers([claim])}" if known else f"{article} {_numbers([claim])}"


def _article(source: Source, *imprint: str) -> str:
    title, address = escape(source.title or phrases.UNTITLED), safe_address(source.url)
    linked = f"[{title}](<{address.replace('&', '&amp;')}>)" if address else f"*{title}*"
    return ", ".join([linked, *map(escape, imprint)])


def _numbers(claims: Sequence[Claim]) -> str:
    return " ".join(f"\\[{one.number}\\]" for one in claims)


def _says(claims: Sequence[Claim]) -> str:
    return f"{escape(phrases.lower(phrases.said(claims)))} {_numbers(claims)}"


def _dispute(dispute: Dispute) -> str:
    return f"**{escape(dispute.affirmed[0].triple)}**: {_says(dispute.affirmed)}; {_says(dispute.denied)}"


def _only(voice: str, facts: Sequence[Fact]) -> str:
    """What one voice alone says."""
    return "\n".join([f"Only {escape(voice)} says:", *(f"  - {at_start(escape(one.triple))} {_numbers(one.claims)}" for one in facts)])


def _connection(connection: Connection) -> str:
    steps = (f"  - {escape(phrases.said(one.claims))}: {escape(one.triple)} {_numbers(one.claims)}" for one in connection.steps)
    return "\n".join([f"**{escape(connection.line)}**", *steps])


def _moment(time: str, claim: Claim) -> str:
    return f"**{escape(time)}**: {escape(phrases.lower(phrases.said([claim])))}: {escape(claim.triple)} {_numbers([claim])}"


def _table(claims: Sequence[Claim]) -> Iterator[str]:
    if not claims:
        return
    yield from _paragraphs(f"## {phrases.TABLE}")
    yield f"| {' | '.join(phrases.COLUMNS)} |"
    yield f"|{' --- |' * len(phrases.COLUMNS)}"
    for one in claims:
        claim = escape(" · ".join([phrases.claimed(one), *phrases.details(one)]))
        published = escape(phrases.day(one.source) or "unknown")
        article = _article(one.source, *([one.source.publisher] if one.source.publisher else []))
        row = (str(one.number), claim, _sentence(one), article, published, escape(one.voice), phrases.status(one))
        yield f"| {' | '.join(row)} |"
    yield ""
