"""For users of spaCy: the component `kg`, its statements on the Doc, and the layers by themselves."""

from __future__ import annotations

import pickle

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from kg.language.annotations import Attribution, BlockRange, Certainty, Mention, Proposition, Quantity, Referent, Time, read
from kg.language.model import BUNDLED
from kg.statement import Statement, Status

TEXTS = (
    "Redfern Logistics hired Brackwell Systems for $5 million in 2019, Helen Marsh said.",
    "Vantor Energy denied paying Owen Strand. It did sue him.",
    "It rained.",
)
LAYERS = {
    "kg_mentions": Mention,
    "kg_propositions": Proposition,
    "kg_attribution": Attribution,
    "kg_coreference": Referent,
    "kg_certainty": Certainty,
    "kg_quantities": Quantity,
    "kg_times": Time,
}


def problems(nlp: Language) -> list[tuple[str, str]]:
    """What `analyze_pipes` says is lacking: component and attribute."""
    found = (nlp.analyze_pipes() or {})["problems"]
    return [(name, attribute) for name, attributes in found.items() for attribute in attributes]


@pytest.fixture(scope="module")
def user() -> Language:
    """A user's own pipeline, with the component added as any other."""
    nlp = spacy.load(BUNDLED)
    nlp.add_pipe("kg")
    return nlp


def test_statements_are_on_the_doc(user: Language) -> None:
    (one,) = user(TEXTS[0])._.statements
    assert isinstance(one, Statement)
    assert (one.object.label, one.status) == ("Brackwell Systems", Status.AFFIRMED)
    assert one.subject is not None
    assert one.subject.label == "Redfern Logistics"
    assert one.amount is not None
    assert one.amount.words == "$5 million"
    assert one.attributed_to is not None
    assert one.attributed_to.label == "Helen Marsh"
    assert user(TEXTS[2])._.statements == ()


def test_the_pipeline_has_no_problems(user: Language) -> None:
    analysis = user.analyze_pipes() or {}
    assert "doc._.statements" in analysis["summary"]["kg"]["assigns"]
    assert problems(user) == []


def test_a_doc_before_the_component_has_none() -> None:
    assert spacy.load(BUNDLED)(TEXTS[0])._.statements == ()


def test_pickle_keeps_them(user: Language) -> None:
    doc = user(TEXTS[0])
    kept: Doc = pickle.loads(pickle.dumps(doc))
    assert kept._.statements == doc._.statements != ()


def test_doc_bin_keeps_them(user: Language) -> None:
    docs = list(user.pipe(TEXTS))
    data = DocBin(store_user_data=True, docs=docs).to_bytes()
    kept = list(DocBin().from_bytes(data).get_docs(user.vocab))
    assert [doc._.statements for doc in kept] == [doc._.statements for doc in docs]
    assert all(read(a, kind) == read(b, kind) for a, b in zip(kept, docs, strict=True) for kind in LAYERS.values())


def test_processes_give_the_same(user: Language) -> None:
    alone = [doc._.statements for doc in user.pipe(TEXTS)]
    several = [doc._.statements for doc in user.pipe(TEXTS, n_process=2, batch_size=1)]
    assert several == alone
    assert [len(found) for found in alone] == [1, 2, 0]


def test_each_layer_stands_by_itself() -> None:
    nlp = spacy.load(BUNDLED)
    nlp.add_pipe("kg_blocks", first=True)
    for name in LAYERS:
        nlp.add_pipe(name)
    doc = nlp(TEXTS[0] + " Vantor Energy may have sued Owen Strand.")
    empty = [name for name, kind in LAYERS.items() if not read(doc, kind)]
    assert empty == []
    assert read(doc, BlockRange) == ()


def test_the_layers_have_no_problems() -> None:
    nlp = spacy.load(BUNDLED)
    nlp.add_pipe("kg_blocks", first=True)
    for name in LAYERS:
        nlp.add_pipe(name)
    assert problems(nlp) == []


def test_a_layer_gives_what_the_whole_gives(user: Language) -> None:
    nlp = spacy.load(BUNDLED)
    for name in LAYERS:
        nlp.add_pipe(name)
    for text in TEXTS:
        mine, whole = nlp(text), user(text)
        assert all(read(mine, kind) == read(whole, kind) for kind in LAYERS.values())


def test_the_factory_is_found_by_its_entry_point() -> None:
    from importlib.metadata import entry_points

    (found,) = entry_points(group="spacy_factories", name="kg")
    assert found.load().__name__ == "create_kg"
