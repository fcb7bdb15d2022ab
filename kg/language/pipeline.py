"""The layers as spaCy components: each under its own name, and all of them under `kg`, with `doc._.statements` at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path

from pydantic import TypeAdapter
from spacy.language import Language
from spacy.tokens import Doc

from kg.collector import held_off
from kg.extractors.rereading import Rereader
from kg.extractors.wordings import Extractor
from kg.language import attribution, blocks, certainty, propositions, quantities, sparing, times
from kg.language.annotations import Attribution, Certainty, Mention, Proposition, Quantity, Referent, Time, read
from kg.language.coreference import Coreference
from kg.language.mending import english, mend
from kg.language.mentions import Mentions
from kg.language.notes import key_of, note
from kg.language.parsing import create_parse, parsed
from kg.language.tokens import Doc as Parsed
from kg.language.tokens import component
from kg.ontology.cache import compiled
from kg.ontology.load import load
from kg.ontology.model import Ontology
from kg.statement import Statement

Component = Callable[[Doc], Doc]
_STATEMENTS = TypeAdapter(tuple[Statement, ...])
_NEEDS = ["token.dep", "token.head", "token.tag", "token.lemma", "doc.sents", "doc.ents"]


def layers(ontology: Ontology, nlp: Language) -> dict[str, sparing.Layer]:
    """The layers by name, in the order in which they run."""
    return {
        "mentions": Mentions(ontology, english(nlp)),
        "propositions": propositions.propositions,
        "attribution": attribution.attributions,
        "coreference": Coreference(ontology),
        "certainty": certainty.certainties,
        "quantities": quantities.quantities,
        "times": times.times,
    }


class Pipe:
    """The component `kg`: all layers, then the ontology's wordings. The wordings are compiled at the first Doc, by the pipeline itself."""

    def __init__(self, nlp: Language, ontology: Ontology) -> None:
        self.nlp, self.ontology = nlp, ontology
        mend(nlp, ontology.titles)
        self.layers = layers(ontology, nlp)

    @cached_property
    def extractor(self) -> Extractor:
        """The ontology's wordings, ready to be looked up."""
        with self.nlp.select_pipes(disable=[name for name in self.nlp.pipe_names if name.startswith("kg") or name == "ner"]):
            return Extractor(self.ontology, compiled(self.ontology, self.nlp).patterns, self.rereader())

    def rereader(self) -> Rereader:
        """What reads a sentence again, by the pipeline itself."""
        return Rereader(partial(parsed, self.nlp, self), [layer for name, layer in self.layers.items() if name != "coreference"])

    def compile(self) -> None:
        """Compile the wordings now rather than at the first Doc."""
        self.extractor  # noqa: B018

    def __call__(self, doc: Doc) -> Doc:
        with held_off():
            return self._read(doc)

    def _read(self, doc: Doc) -> Doc:
        parsed = Parsed(doc)
        key = key_of(parsed)
        for name, layer in (*self.layers.items(), ("statements", self._state)):
            try:
                parsed, broken = sparing.run(layer, parsed)
            except Exception as error:  # whatever a text may do to a layer costs that text alone
                note(doc, f"{key}: the layer of {name} failed ({type(error).__name__}: {error}), so statements may be missing.")
                continue
            for sentence, failure in broken:
                what = f"at character {sentence.start_char} the layer of {name} failed ({type(failure).__name__}: {failure})"
                note(doc, f"{key}: {what}, so statements of this sentence may be missing.")
        parsed.close()
        return doc

    def _state(self, doc: Parsed) -> Parsed:
        doc.user_data["kg.statements"] = _STATEMENTS.dump_python(self.extractor.statements(doc, key_of(doc)), mode="json")
        return doc


def _load(paths: Sequence[str] | None, allow_imports: Sequence[str] | None) -> Ontology:
    return load([Path(one) for one in paths] if paths else None, allow_imports or ())


def create_kg(nlp: Language, name: str, ontology: Sequence[str] | None = None, allow_imports: Sequence[str] | None = None) -> Pipe:
    """The factory behind `nlp.add_pipe("kg", config={"ontology": ["mine.ttl"]})`; without files, the ontology that came along."""
    return Pipe(nlp, _load(ontology, allow_imports))


def statements(doc: Doc) -> tuple[Statement, ...]:
    """What `doc._.statements` gives."""
    return _STATEMENTS.validate_python(doc.user_data.get("kg.statements", []))


def create_mentions(nlp: Language, name: str, ontology: Sequence[str] | None, allow_imports: Sequence[str] | None) -> Component:
    """The layer of mentions by itself."""
    return component(Mentions(_load(ontology, allow_imports), english(nlp)))


def create_coreference(nlp: Language, name: str, ontology: Sequence[str] | None, allow_imports: Sequence[str] | None) -> Component:
    """The layer of coreference by itself."""
    return component(Coreference(_load(ontology, allow_imports)))


def _on_doc(*layers: str) -> list[str]:
    return [f"doc._.kg_{layer}" for layer in layers]


_LAYERS = {
    "mentions": Mention,
    "propositions": Proposition,
    "attributions": Attribution,
    "referents": Referent,
    "certainties": Certainty,
    "quantities": Quantity,
    "times": Time,
}
"""What each layer hangs on the Doc: `doc._.kg_mentions` and so on, tuples of frozen dataclasses."""

_CONFIG: dict[str, None] = {"ontology": None, "allow_imports": None}
Language.factory("kg", default_config=_CONFIG, requires=_NEEDS, assigns=["doc._.statements", *_on_doc(*_LAYERS)], func=create_kg)
Language.factory("kg_mentions", default_config=_CONFIG, requires=_NEEDS, assigns=_on_doc("mentions"), func=create_mentions)
Language.factory(
    "kg_coreference",
    default_config=_CONFIG,
    requires=_on_doc("mentions", "propositions", "attributions"),
    assigns=_on_doc("referents"),
    func=create_coreference,
)
Language.factory("kg_parse", assigns=_NEEDS, func=create_parse)
Language.component("kg_blocks", func=blocks.split, assigns=["token.is_sent_start"])
Language.component(
    "kg_propositions", func=component(propositions.propositions), requires=_on_doc("mentions"), assigns=_on_doc("propositions")
)
Language.component("kg_attribution", func=component(attribution.attributions), requires=_NEEDS, assigns=_on_doc("attributions"))
Language.component("kg_certainty", func=component(certainty.certainties), requires=_on_doc("propositions"), assigns=_on_doc("certainties"))
Language.component("kg_quantities", func=component(quantities.quantities), assigns=_on_doc("quantities"))
Language.component("kg_times", func=component(times.times), requires=["doc.ents"], assigns=_on_doc("times"))
for _name, _kind in _LAYERS.items():
    if not Doc.has_extension(f"kg_{_name}"):
        Doc.set_extension(f"kg_{_name}", getter=partial(read, kind=_kind))
if not Doc.has_extension("statements"):
    Doc.set_extension("statements", getter=statements)
