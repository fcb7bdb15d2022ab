"""When a layer fails: which sentences break it, and how the document is read without them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from kg.errors import KgError
from kg.language.annotations import Attribution, Certainty, Mention, Proposition, Quantity, Referent, Time, write
from kg.language.tokens import Doc, Span

Layer = Callable[[Doc], Doc]
Broken = list[tuple[Span, Exception]]

_MOST = 16  # sentences; where more of them break a layer, it isn't the sentences
_PLACES: dict[type[Any], str] = {
    Mention: "head",
    Proposition: "predicate",
    Attribution: "cue_start",
    Certainty: "predicate",
    Quantity: "start",
    Time: "start",
}


def run(layer: Layer, doc: Doc) -> tuple[Doc, Broken]:
    """Run a layer; gives the Doc to go on with, and the sentences that broke the layer. In that Doc they are silent, for this layer, for
    those before, which find nothing there any more, and for those to come. Raises what the layer raises where no sentence is to blame.
    """
    try:
        return layer(doc), []
    except KgError:  # no sentence's fault
        raise
    except Exception as error:
        before = dict(doc.user_data)
        try:
            broken = _breaking(layer, doc, doc.sents, error)
            if not 0 < len(broken) <= _MOST:
                raise
            spared = layer(without(doc, [sentence.start for sentence, _ in broken]))
        except Exception:
            doc.user_data.clear()
            doc.user_data.update(before)
            raise
    for kind, found in spared.layers.items():
        write(spared, kind, found)
    return spared, broken


def _breaking(layer: Layer, doc: Doc, sentences: Sequence[Span], error: Exception) -> Broken:
    """Those of the sentences that break the layer, which fails where these alone are read."""
    if len(sentences) == 1:
        return [(sentences[0], error)]
    found: Broken = []
    middle = len(sentences) // 2
    for half in (sentences[:middle], sentences[middle:]):
        kept = {sentence.start for sentence in half}
        inner = _failure(layer, without(doc, [one.start for one in doc.sents if one.start not in kept]))
        if inner is not None and len(found) <= _MOST:
            found += _breaking(layer, doc, half, inner)
    return found


def _failure(layer: Layer, trial: Doc) -> Exception | None:
    try:
        layer(trial)
    except Exception as error:
        return error
    else:
        return None
    finally:
        trial.close()


def without(doc: Doc, sentences: Collection[int]) -> Doc:
    """The Doc read anew with these sentences (by their first token) silent too, its layers without what they found there."""
    spared = Doc(doc.source, {*doc.silent, *sentences})
    kept = {kind: _outside(spared, kind, found) for kind, found in doc.layers.items()}
    if Referent in kept:
        kept[Referent] = tuple(_renumbered(kept[Referent], doc.layers[Mention], kept[Mention]))
    spared.layers = kept
    return spared


def _outside(doc: Doc, kind: type[Any], found: tuple[Any, ...]) -> tuple[Any, ...]:
    place = _PLACES.get(kind)
    return found if place is None else tuple(one for one in found if not doc.is_silent(getattr(one, place)))


def _renumbered(referents: tuple[Referent, ...], before: tuple[Mention, ...], after: tuple[Mention, ...]) -> Iterator[Referent]:
    """Referents with the indices that their mentions have now; those without any are gone."""
    index = {id(mention): n for n, mention in enumerate(after)}
    for one in referents:
        mentions = tuple(index[id(before[n])] for n in one.mentions if id(before[n]) in index)
        if mentions:
            yield replace(one, mentions=mentions, several=tuple(index[id(before[n])] for n in one.several if id(before[n]) in index))
