"""What a trial found, for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from rich.console import Console
from rich.text import Text

from kg.ontology.trying.trial import Near, Said, Spoken, Trial, Why
from kg.statement import Statement, Status
from kg.terminal import printable

_MOST: Final = 100  # lines of a section
_STYLES: Final = {Status.AFFIRMED: "green", Status.DENIED: "red", Status.POSSIBLE: "yellow", Status.PLANNED: "yellow"}


def show_trial(trial: Trial, console: Console) -> None:
    """Print the statements and why they are made, the layers under them, and the near misses."""
    _section("statements", (line for one in trial.statements for line in _statement(one)), "none", console)
    _section("mentions", map(_mention, trial.mentions), "none", console)
    _section("propositions", map(_proposition, trial.propositions), "none", console)
    _section("near misses", (line for one in trial.misses for line in _miss(one)), "none: no wording has a word of this text", console)


def _section(title: str, lines: Iterable[Text], otherwise: str, console: Console) -> None:
    console.print(Text(title, style="bold"))
    shown = [*lines]
    more = len(shown) - _MOST
    shown = [*shown[:_MOST], *([Text(f"and {more} more", style="dim")] if more > 0 else [])]
    for line in shown or [Text(otherwise, style="dim")]:
        console.print(Text("  ").append_text(line), soft_wrap=True)


def _statement(one: Why) -> Iterator[Text]:
    said = one.statement
    subject = said.subject.label if said.subject is not None else "someone unnamed"
    line = Text(printable(f"{subject} → {one.relation} → {said.object.label}"))
    yield line.append(f"  {said.status}", style=_STYLES[said.status]).append(printable(_beside(said)))
    of = f" of {one.example_of}" if one.example_of not in {None, one.relation} else ""
    yield Text("  " + printable(f"by the example{of} {said.wording}"), style="dim")


def _beside(said: Statement) -> str:
    """What else is known of a statement."""
    amount, when = (one.words if one is not None else None for one in (said.amount, said.when))
    speakers = [one.label for one in (said.attributed_to, *said.reported_by) if one is not None]
    modality = f" ({said.modality})" if said.modality is not None else ""
    told = [*([f"said by {', '.join(speakers)}"] if speakers else []), *(one for one in (amount, when) if one is not None)]
    return modality + "".join(f", {one}" for one in told)


def _mention(one: Spoken) -> Text:
    return Text(printable(one.words)).append(f"  {' or '.join(one.classes) or 'of no known class'}", style="dim")


def _proposition(one: Said) -> Text:
    lemma = f" ({printable(one.lemma)})" if one.lemma != one.words else ""
    arguments = ", ".join(f"{role} {words}" for role, words in one.arguments)
    return Text(printable(one.words)).append(f"{lemma}: {printable(arguments)}", style="dim")


def _miss(one: Near) -> Iterator[Text]:
    yield Text(printable(f"{one.relation}, at “{one.trigger}”: {one.example}"))
    yield from (Text("  " + printable(why), style="yellow") for why in one.lacks)
