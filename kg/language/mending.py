"""What spaCy's English pipelines get wrong by rule, told them through their own tables and exceptions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import Doc

_ONE_CONSONANT = re.compile(r"(?:^|[^aeiou])[aeiou][^aeiouwxy]$")
_WHOLE_WORDS = ("wed", "Wed")  # no "we'd" that lacks its apostrophe


def mend(nlp: Language, titles: Iterable[str]) -> None:
    """Give the tokenizer the abbreviated titles, so that the dot of "Sens. Lee and Park" ends no sentence, and words that it takes for
    contractions; and let the lemmatizer know that "hoped" is "hope". A pipeline without such parts is left as it is."""
    tokenizer: Any = nlp.tokenizer
    for word in [*_WHOLE_WORDS, *sorted({word for title in titles for word in title.split() if word.endswith(".")})]:
        if len(nlp.make_doc(word)) > 1:
            tokenizer.add_special_case(word, [{"ORTH": word}])
    lemmatizer: Any = nlp.get_pipe("lemmatizer") if "lemmatizer" in nlp.pipe_names else None
    lookups: Lookups | None = getattr(lemmatizer, "lookups", None)
    if lookups is not None and lookups.has_table("lemma_index"):
        table = lookups.get_table("lemma_index")
        table["verb"] = _without_shadows(table.get("verb", []))
        exceptions = lookups.get_table("lemma_exc", {}) if lookups.has_table("lemma_exc") else {}
        exceptions.get("verb", {}).update({"wed": ["wed"]})


def _without_shadows(verbs: Iterable[str]) -> list[str]:
    """The known verbs without those that hide a longer one: the rules find "hop" in "hoped", though it would double its consonant."""
    known = set(verbs)
    return [verb for verb in verbs if not (f"{verb}e" in known and _ONE_CONSONANT.search(verb))]


def rejoin(doc: Doc) -> Doc:
    """Hang the "ex" of "her ex-husband", where the parser made it a word by itself, on its noun, with all that hangs on it."""
    for prefix in doc[:-2]:
        hyphen, noun = doc[prefix.i + 1], doc[prefix.i + 2]
        if prefix.lower_ != "ex" or hyphen.text != "-" or noun.pos_ != "NOUN" or prefix.head in {hyphen, noun, prefix}:
            continue
        if noun.head not in {prefix, hyphen, prefix.head}:
            continue
        over, relation = prefix.head, prefix.dep_
        noun.head, noun.dep_ = over, relation
        for child in [*prefix.children]:
            child.head = noun
        prefix.head, prefix.dep_ = noun, "compound"
        hyphen.head, hyphen.dep_ = noun, "punct"
    return doc
