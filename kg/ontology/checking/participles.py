"""Past participles of verbs, from the irregular forms that spaCy's lemmatizer knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from spacy.language import Language

_ARCHAIC = frozenset({"wrought"})
_VOWELS = frozenset("aeiou")


class Participles:
    """Gives "hired" for "hire" and "written" for "write". `irregular` are the forms that a rule doesn't give, by base form."""

    def __init__(self, irregular: Mapping[str, Iterable[str]]) -> None:
        self.irregular = irregular

    @classmethod
    def of(cls, nlp: Language) -> Participles:
        """With the exceptions of the pipeline's own lemmatizer; without any where it has none."""
        forms: dict[str, list[str]] = defaultdict(list)
        lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if nlp.has_pipe("lemmatizer") else None
        if lookups is not None and lookups.has_table("lemma_exc"):
            for form, lemmas in lookups.get_table("lemma_exc").get("verb", {}).items():
                for lemma in lemmas:
                    forms[lemma].append(form)
        return cls(forms)

    def __call__(self, lemma: str, past: str | None = None) -> str:
        """The participle of a verb's base form; where its past is known, that tells a regular verb."""
        if past is not None and past.endswith("ed"):
            return past
        forms = {*self.irregular.get(lemma, ())}
        known = {form for form in forms if not form.endswith(("ing", "s"))} - {past, *_ARCHAIC}
        known -= {form for form in known if lemma.endswith("ss") and form.endswith("st")}  # "addrest"
        if known:
            return max(known, key=lambda form: (form.endswith(("n", "ne")), "u" in form, len(form), form))
        if past is not None:
            return lemma if past.endswith(("ame", "an")) else past  # "became", "ran"
        return lemma if forms and lemma.endswith("t") else _regular(lemma)  # "put", of which only "putting" is told


def _regular(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + "ed"
