"""Which arrows are in dispute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import product

from pyoxigraph import NamedNode

from kg import statement as said
from kg.draw.evidence import Evidence
from kg.query.links import ArrowKey, Link
from kg.view.edges import Edge, amount_key, when_key
from kg.vocabulary import AFFIRMED, DENIED


def disputed_arrows(links: Iterable[Link], evidence: Evidence) -> set[ArrowKey]:
    """The arrows that affirm what another of these statements denies, or the contrary, where neither amount nor time parts the two.

    Denying what is only possible or planned disputes no fact.
    """
    by_triple: dict[tuple[str, str, str], dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for one in links:
        by_triple[one.triple][one.status].append(one)
    found: set[ArrowKey] = set()
    for triple, by_status in by_triple.items():
        if AFFIRMED.value in by_status and DENIED.value in by_status:
            affirming = [_edge(one, evidence) for one in by_status[AFFIRMED.value]]
            denying = [_edge(one, evidence) for one in by_status[DENIED.value] if evidence.modality(one.statement) is None]
            if any(one.contradicts(other) for one, other in product(affirming, denying)):
                found |= {(*triple, AFFIRMED.value), (*triple, DENIED.value)}
    return found


def _edge(link: Link, evidence: Evidence) -> Edge:
    amount, when = evidence.amount(link.statement), evidence.when(link.statement)
    subject, relation, object = map(NamedNode, link.triple)
    return Edge(
        statement=NamedNode(link.statement),
        triple=(subject, relation, object),
        affirmed=link.status == AFFIRMED.value,
        amount=amount_key(said.Amount(start=0, end=0, **amount)) if amount else None,
        when=when_key(said.When(start=0, end=0, **when)) if when else None,
    )
