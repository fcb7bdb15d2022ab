"""IRIs of the model's terms that stand in an ontology's Turtle. Plain strings, so that nothing heavy is imported for them."""

from __future__ import annotations

from typing import Final

NAMESPACE: Final = "https://w3id.org/accordingto#"
MODEL: Final = "https://w3id.org/accordingto/model"
"""What defines the model's own terms (`rdfs:isDefinedBy`); they are no classes or relations of an ontology."""

EXAMPLE: Final = NAMESPACE + "example"
PLANNED_EXAMPLE: Final = NAMESPACE + "planned_example"
COUNTER_EXAMPLE: Final = NAMESPACE + "counter_example"
TRIGGER: Final = NAMESPACE + "trigger"
COUNTER_TRIGGER: Final = NAMESPACE + "counter_trigger"
ALSO: Final = NAMESPACE + "also"
ALTERNATIVE: Final = NAMESPACE + "alternative"
NER_LABEL: Final = NAMESPACE + "ner_label"
PLURAL: Final = NAMESPACE + "plural"
BORNE_BY: Final = NAMESPACE + "borne_by"
KNOWN_ONLY: Final = NAMESPACE + "known_only"
CLOSES_NAME: Final = NAMESPACE + "closes_name"
DEFAULT: Final = NAMESPACE + "default"
PRONOUN: Final = NAMESPACE + "pronoun"
SPEAKS: Final = NAMESPACE + "speaks"
PASSED_LAST: Final = NAMESPACE + "passed_last"
TITLE: Final = NAMESPACE + "title"
MASCULINE: Final = NAMESPACE + "masculine"
FEMININE: Final = NAMESPACE + "feminine"
TELLS_APART: Final = NAMESPACE + "tells_apart"
WORD_CLASS: Final = NAMESPACE + "WordClass"
MASCULINE_NAME: Final = NAMESPACE + "masculine_name"
FEMININE_NAME: Final = NAMESPACE + "feminine_name"
GIVEN_NAME: Final = NAMESPACE + "given_name"
