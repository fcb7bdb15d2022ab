"""What follows from several statements of a drawing, as arrows of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from typing import Final

from kg.draw.graph import DerivedArrow
from kg.query.columns import columns, texts
from kg.query.inferences import Triple, composed_inferences, premises
from kg.query.links import Link
from kg.store.interface import Store
from kg.vocabulary import AFFIRMED

_SYMMETRIC: Final = "?relation a owl:SymmetricProperty ."


def derived_arrows(
    store: Store, drawn: Iterable[Link], name: Callable[[str], str], among: Collection[str] | None = None
) -> list[DerivedArrow]:
    """What chain and transitive axioms give of the statements that are drawn and none of them affirms.

    Whatever joins two nodes that one of its own premises joins already (an inverse, a super-property) would only repeat an arrow. What
    rests on more than is drawn is left out: every arrow has all of its evidence. `name` gives a relation's label;
    `among` are the statements drawn (None: they are all that the store has).
    """
    ends = {one.statement: frozenset(one.ends) for one in drawn}
    affirmed = {one.triple for one in drawn if one.status == AFFIRMED.value}
    inferences = composed_inferences(store, among)
    resting_on = premises(store, inferences)
    cautions = columns(store, "?id ?caution", "?id kg:caution ?caution .", inferences)
    symmetric = {iri for (iri,) in texts(store, "?relation", _SYMMETRIC)}
    found: dict[Triple, list[str]] = defaultdict(list)
    for inference, (subject, relation, object) in inferences.items():
        turned = relation in symmetric
        alike = {(subject, relation, object), *([(object, relation, subject)] if turned else [])}
        if subject != object and alike.isdisjoint(affirmed) and all(one in ends for one in resting_on[inference]):
            found[min(alike)].append(inference)
    arrows = []
    for (subject, relation, object), ones in sorted(found.items()):
        resting = sorted({premise for one in ones for premise in resting_on[one]})
        if all(ends[one] != {subject, object} for one in resting):
            careful = sorted({caution for one in ones for caution in cautions.get(one, ())})
            arrows.append(
                DerivedArrow(subject=subject, relation=relation, label=name(relation), object=object, premises=resting, cautions=careful)
            )
    return arrows
