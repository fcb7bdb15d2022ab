"""What spaCy's English pipelines get wrong by rule, told them through their own tables and exceptions."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

from spacy.language import Language
from spacy.lookups import Lookups

_ONE_CONSONANT = re.compile(r"(?:^|[^aeiou])[aeiou][^aeiouwxy]$")
_DOUBLED = re.compile(r"[^aeiou][aeiou][bdgklmnprt]$|[aeiou]al$")
_PREFIXES = ("de", "dis", "fly", "mis", "out", "over", "pre", "un", "under")  # of verbs: "de-iced", "fly-tipped"
_JOINED_PREFIXES = ("co", "de", "dis", "mis", "out", "over", "pre", "re", "un", "under")  # of verbs: "resignalled", "rewilded"
_NOT_AFTER_PREFIX = "".join(f"(?!(?<=^{prefix})-(?!-))" for prefix in _PREFIXES)
_SHORTEST = 3  # letters of a word before a verb, which has more
PASTS = "kg_pasts"
"""The table of the vocabulary that has them."""
_WHOLE_WORDS = ("wed", "Wed")  # no "we'd" that lacks its apostrophe


def mend(nlp: Language, titles: Iterable[str]) -> None:
    """Give the tokenizer the abbreviated titles, so that the dot of "Sens. Lee and Park" ends no sentence, words that it takes for
    contractions, and verbs with a prefix, of which the parser makes adjectives when they are in pieces; and let the lemmatizer know that
    "hoped" is "hope". A pipeline without such parts is left as it is."""
    tokenizer: Any = nlp.tokenizer
    infixes = getattr(getattr(tokenizer, "infix_finditer", None), "__self__", None)
    if isinstance(infixes, re.Pattern) and not infixes.pattern.startswith(_NOT_AFTER_PREFIX):
        tokenizer.infix_finditer = re.compile(f"{_NOT_AFTER_PREFIX}(?:{infixes.pattern})").finditer
    for word in [*_WHOLE_WORDS, *sorted({word for title in titles for word in title.split() if word.endswith(".")})]:
        if len(nlp.make_doc(word)) > 1:
            tokenizer.add_special_case(word, [{"ORTH": word}])
    lemmatizer: Any = nlp.get_pipe("lemmatizer") if "lemmatizer" in nlp.pipe_names else None
    lookups: Lookups | None = getattr(lemmatizer, "lookups", None)
    if lookups is not None and lookups.has_table("lemma_index"):
        table = lookups.get_table("lemma_index")
        if not isinstance(table.get("verb"), _Verbs):  # which it is once it is mended
            verbs = _without_shadows(table.get("verb", []))
            new = [*_verbs_from(table.get("noun", []), set(verbs)), *_prefixed(verbs)]
            table["verb"] = _Verbs(verbs, new, {*table.get("noun", ()), *table.get("adj", ())})
            exceptions = lookups.get_table("lemma_exc", {}) if lookups.has_table("lemma_exc") else {}
            irregular = exceptions.get("verb", {})
            irregular.update({"wed": ["wed"], **_doubling(new, table["verb"]), **_longer(irregular)})
            _tell_pasts(nlp, irregular, table["verb"])


def _tell_pasts(nlp: Language, irregular: Mapping[str, Sequence[str]], verbs: Container[str]) -> None:
    """Let a pipeline's documents know the past tenses that are no base form, each with its verb: "underwrote" is one, whatever the tagger
    takes it for."""
    pasts = {form: one[0] for form, one in irregular.items() if form not in verbs and not form.endswith(("s", "ing", "n", "ed"))}
    if not nlp.vocab.lookups.has_table(PASTS):
        nlp.vocab.lookups.add_table(PASTS, pasts)


class _Verbs(dict[str, None]):
    """The verbs that a lemmatizer knows (a dict is far quicker searched than its list), and those that are made of one of them with a noun
    or an adjective before it: "headhunt"."""

    def __init__(self, verbs: Iterable[str], others: Iterable[str], words: Container[str]) -> None:
        self.verbs, self.words = frozenset(verbs), words
        super().__init__(dict.fromkeys([*self.verbs, *others]))

    def __contains__(self, form: object) -> bool:
        return super().__contains__(form) or (isinstance(form, str) and self._is_made(form))

    def _is_made(self, form: str) -> bool:
        if form[-2:-1] == form[-1:] or super().__contains__(f"{form}e"):
            return False  # the "referr" of "referred", the "manag" of "managed"
        parts = ((form[:i], form[i:]) for i in range(_SHORTEST, len(form) - _SHORTEST))
        return any(last in self.verbs and first in self.words for first, last in parts)


def english(nlp: Language) -> Container[str]:
    """The nouns, verbs and adjectives that a pipeline's lemmatizer knows, in lower case; of one without such tables, every word."""
    lookups: Lookups | None = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if "lemmatizer" in nlp.pipe_names else None
    if lookups is None or not lookups.has_table("lemma_index"):
        return _Everything()
    table = lookups.get_table("lemma_index")
    return frozenset(word for kind in ("noun", "verb", "adj") for word in table.get(kind, ()))


class _Everything(Container[str]):
    def __contains__(self, _word: object) -> bool:
        return True


def _without_shadows(verbs: Iterable[str]) -> list[str]:
    """The known verbs without those that hide a longer one: the rules find "hop" in "hoped", though it would double its consonant."""
    known = set(verbs)
    return [verb for verb in verbs if not (f"{verb}e" in known and _ONE_CONSONANT.search(verb))]


def _prefixed(verbs: Collection[str]) -> Iterator[str]:
    """Verbs with the prefixes that any verb may have, of whose forms none is a known verb's: of "relisted" the rules would make "reliste";
    "relied" is no form of "re-lie"."""
    known = {form for verb in verbs for form in _forms(verb)}
    for one in (prefix + verb for verb in verbs for prefix in _JOINED_PREFIXES if verb.isalpha()):
        if known.isdisjoint(_forms(one)):
            yield one


def _forms(verb: str) -> tuple[str, ...]:
    """A verb, its past tense and its third person, as a rule has them."""
    if verb.endswith("e"):
        return verb, f"{verb}d", f"{verb}s"
    if verb.endswith("y"):
        return verb, f"{verb[:-1]}ied", f"{verb[:-1]}ies"
    return verb, f"{verb}ed", f"{verb}s"


def _doubling(verbs: Iterable[str], known: Container[str]) -> dict[str, list[str]]:
    """The forms in which verbs double their consonant: "trialled"."""
    last = [verb for verb in verbs if _DOUBLED.search(verb) and f"{verb}{verb[-1]}" not in known]
    return {f"{verb}{verb[-1]}{ending}": [verb] for verb in last for ending in ("ed", "ing")}


def _longer(irregular: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The forms of two verbs that are one in two spellings, with the longer: "installed" is "install", seldom "instal"."""
    spelt = ((form, [one for one in verbs if f"{one}l" in verbs]) for form, verbs in irregular.items())
    return {form: [f"{short[0]}l"] for form, short in spelt if short}


def _verbs_from(nouns: Iterable[str], verbs: set[str]) -> list[str]:
    """The nouns that may be used as verbs, for whose forms no known verb would be taken: "optioned" is "option", not "optione"."""
    known = set(nouns)

    def is_free(noun: str) -> bool:
        return noun.isalpha() and noun.islower() and f"{noun}e" not in known and verbs.isdisjoint({f"{noun}e", noun[:-1]})

    return sorted(noun for noun in known - verbs if is_free(noun))
