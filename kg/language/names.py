"""Names: the recogniser's, repaired, and the runs of proper nouns that it passed over; all of them agree over the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import replace

from kg.language.capitals import is_hyphen, is_owner, is_title_case, proper_runs, shouted
from kg.language.lexicon import PRONOUNS
from kg.language.numbers import has_number
from kg.language.spelling import is_slip
from kg.language.titles import begun, ranked, title_before, without_post
from kg.language.tokens import Doc, Span, Token
from kg.language.wholes import Name, entitled, founded, joined, landed, numbered, owned, quoted, with_slogans, words_of
from kg.ontology.nouns import Nouns

_TIME_OR_NUMBER = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})
_NOT_IN_NAMES = frozenset({"VERB", "AUX", "ADP", "ADV", "DET", "PRON", "SCONJ", "CCONJ", "PUNCT", "SPACE", "PART", "INTJ"})
_SEPARATORS = frozenset({"by", "(", ")", "—", "–", "--", ":", ";", "|", "“", "”", '"', "''", "``"})
_AFTER_NAMES = frozenset("KC QC MP MPs MEP MSP MBE OBE CBE Jr Jr. Sr Sr. PhD Ph.D. MD M.D. Esq Esq. QPM".split())
_AFTER_COMMAS = frozenset("Inc Ltd LLC LP LLP PLC Co Corp Jr Sr Esq".split())  # "Roe, Inc."
_SEAT = re.compile(r"^[A-Z]{1,3}-[A-Z][\w.]*$")  # "D-Mont."
_AGE = re.compile(r"^\d\d$")
_SURER = 4  # occurrences that the surroundings of one outvote
_PARTICLES = frozenset("de da del della di van von der den la le bin ibn al el ter dos du".split())
# What takes "in" of an organization or a person: "a stake in Tarnwick", "faith in Rowan".
_INVOLVED = frozenset(
    """invest investment stake share shareholder shareholding interest confidence faith trust believe belief involve engage participate
    investor holding position role part disappoint disappointment place lead result""".split()
)
_SIDES = frozenset({"pro", "anti"})  # no part of the name in "the pro-Rowan group"


class NameFinder:
    """Finds the names of one document; `labels` are the recogniser's labels that give a class, `words` those that English has."""

    def __init__(self, nouns: Nouns, labels: Collection[str], words: Container[str]) -> None:
        self.nouns, self.labels, self.words = nouns, labels, words

    def find(self, doc: Doc, dead: set[int], titled: set[int]) -> list[Name]:
        """The names outside the `dead` tokens; in `titled` ones (headlines) those that the article has elsewhere, and in sentence case
        those that the recogniser knows."""
        loud = shouted(doc)
        recognised = [*self._recognised(doc, dead)]
        candidates = [*recognised, *self._passed_over(doc, dead | {i for one in recognised for i in range(one.start, one.end)})]
        candidates = joined(doc, [numbered(doc, one) for one in candidates if not self._is_no_name(doc, one)], self.nouns, self.words)
        candidates = [begun(doc, ranked(doc, without_post(doc, one, self.nouns, self.words), self.nouns), self.nouns) for one in candidates]
        candidates = with_slogans(doc, landed(doc, candidates), dead | titled | loud)
        candidates = entitled(doc, candidates, dead | titled | loud, self.nouns, self.words)
        candidates = quoted(doc, owned(doc, candidates, dead | titled | loud, self.nouns, self.words), dead | titled | loud)
        apart = founded(
            doc, _separated(doc, [one for one in candidates if one.start not in titled and one.start not in loud], self.nouns), self.nouns
        )
        body = _agreed(doc, [*apart, *_repeated(doc, apart, dead | titled | loud)], self.nouns)
        return sorted([*body, *_in_titles(doc, body, candidates, titled - dead, loud - dead)], key=lambda n: n.start)

    def _recognised(self, doc: Doc, dead: set[int]) -> Iterator[Name]:
        for ent in doc.ents:
            if ent.label_ in self.labels:
                for start, end in self._trimmed(doc, ent.start, ent.end):
                    if dead.isdisjoint(range(start, end)):
                        daily = end < len(doc) and doc[end].text == "Today"  # "Norway Today", which it took for a country and a date
                        yield Name(start, end + daily, doc.root(start, end).i, "ORG" if daily else ent.label_)

    def _passed_over(self, doc: Doc, dead: set[int]) -> Iterator[Name]:
        known = {t.i for e in doc.ents if e.label_ in self.labels or (e.label_ in _TIME_OR_NUMBER and not _is_odd(e)) for t in e}
        for start, end in proper_runs(doc, known | dead, self.words):
            for left, right in self._trimmed(doc, start, end):
                if dead.isdisjoint(range(left, right)):
                    yield Name(left, right, doc.root(left, right).i, "")

    def _is_no_name(self, doc: Doc, name: Name) -> bool:
        """A capitalised noun ("CEO"), an abbreviation ("Mont."), a pronoun in capitals, a member's seat ("D-Mont.")."""
        first = doc[name.start]
        if _SEAT.match(doc.words(name.start, name.end).replace(" ", "")):
            return True
        if name.end - name.start > 1:
            return False
        if first.text in _AFTER_NAMES and name.start and doc[name.start - 1].text[0].isupper():
            return True
        if first.lower_ in PRONOUNS or len(first.text) < 2:
            return True
        return not name.label and ((first.lower_,) in self.nouns.labels or first.text.endswith("."))

    def _trimmed(self, doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A name without determiner, title, verb, bracket or line break; nothing where nothing proper is left."""
        for i in range(start, end):
            if doc[i].is_space or doc[i].text in _SEPARATORS:
                yield from self._trimmed(doc, start, i)
                yield from self._trimmed(doc, i + 1, end)
                return
        start, end = self._without_edges(doc, start, end)
        while start >= 2 and start < end and is_hyphen(doc[start - 1]):
            start -= 2
        if start < end and _is_counted(doc, start):
            start -= 1
        if 3 <= start < end and doc[start - 1].tag_ == "POS" and is_owner(doc[start - 2]):
            start -= 2
        end = self._extended(doc, end)
        end = next(
            (i for i in range(start, end) if doc[i].pos_ in {"VERB", "AUX"} and doc[i].dep_ in {"ROOT", "ccomp", "relcl", "conj"}), end
        )
        said = start < end and doc[start].tag_ != "PRP" and not doc.words(start, end).isdigit()
        if said and any(t.text[0].isupper() or t.text[0].isdigit() for t in doc[start:end]):
            yield start, end

    def _without_edges(self, doc: Doc, start: int, end: int) -> tuple[int, int]:
        while start < end:
            title = title_before(doc, start, end, self.nouns)
            if title:
                start += title
            elif end - start > 2 and doc[start].text in _SIDES and doc[start + 1].text in {"-", "–"}:
                start += 2
            elif doc[start].text == "All" and start + 2 < end and doc[start + 1].text.istitle():
                break  # "All Hallows Church"
            elif end - start > 1 and doc[start + 1].text != "-" and (doc[start].pos_ in _NOT_IN_NAMES or doc[start].text in {"'s", "’s"}):
                start += 1
            else:
                break
        while start < end - 1 and (
            (doc[end - 1].pos_ in _NOT_IN_NAMES and not _is_trade(doc[end - 1]) and not self._is_unknown(doc[end - 1]))
            or _is_anothers(doc, end)
            or doc[end - 1].tag_ == "POS"
            or not doc[end - 1].text[0].isalnum()
            or doc[end - 1].text in _AFTER_NAMES
        ):
            end -= 1
        return start, end

    def _is_unknown(self, token: Token) -> bool:
        """A capitalised word that English doesn't have, whatever the tagger took it for: the "Stavely" of "Gloria Stavely"."""
        return token.text.istitle() and token.lower_ not in self.words and token.lemma_.lower() not in self.words

    def _extended(self, doc: Doc, end: int) -> int:
        """The end of a name whose last words the recogniser left out: "Lodestar" of "Lodestar Nine"."""
        while end < len(doc) and doc[end - 1].dep_ == "compound" and doc[end - 1].head.i == end:
            word = doc[end]
            plain = (word.lower_,) in (self.nouns.roles if word.tag_ == "NNP" else self.nouns.labels) or (word.lower_,) in self.nouns.titles
            species = word.is_lower and word.tag_ == "NNP" and word.lower_ not in self.words  # "the orchid Norbya alba"
            if plain or not (word.text[0].isupper() or species) or word.ent_type_ not in {"", "CARDINAL"}:
                break
            end += 1
        return end


def _is_counted(doc: Doc, start: int) -> bool:
    """Whether a name begins with a number that has a capital within the sentence: "won by Thirty Geese"."""
    number = doc[start - 1] if start else doc[start]
    inside = number.i + 1 == start and number.dep_ in {"compound", "nummod"} and number.head.i >= start
    return inside and number.text.istitle() and number.pos_ == "NUM" and not number.is_sent_start and number.is_alpha


def _is_anothers(doc: Doc, end: int) -> bool:
    """Whether a name's last word counts what follows it: "was lobbied by Freightways eleven times"."""
    last = doc[end - 1]
    return last.dep_ == "nummod" and last.head.i == end and last.head.pos_ == "NOUN" and last.is_lower


def _is_odd(number: Span) -> bool:
    """Whether the recogniser took a name for a number."""
    return number.label_ in {"ORDINAL", "CARDINAL", "QUANTITY"} and all(t.tag_ == "NNP" and not has_number(t.text) for t in number)


# -- where names run together ----------------------------------------------------------------------------------------------------------


def _separated(doc: Doc, names: Sequence[Name], nouns: Nouns) -> list[Name]:
    """Names that the recogniser ran together, apart: "Kestrel Inc's Tarn", "Kestrel and Tarn", "Careless Joan Roe", "Labour MP"."""
    known = Counter(words_of(doc, name) for name in names)
    found: list[Name] = []
    for name in names:
        found += [part for piece in _apart(doc, name, known, nouns) for part in _without_role(doc, piece, known, nouns)]
    return found


def _without_role(doc: Doc, name: Name, known: Counter[tuple[str, ...]], nouns: Nouns) -> Iterator[Name]:
    """A name without the role at its end, and the name behind one: "Labour MP", "Kestrel Bank Chairman Alan Roe"."""
    for end in range(name.end, name.start + 1, -1):
        for length in (2, 1):
            start = end - length
            if start <= name.start or doc[start - 1].pos_ == "ADP" or tuple(t.lower_ for t in doc[start:end]) not in nouns.roles:
                continue
            before = _piece(doc, name, name.start, start)
            is_known = length == 2 or words_of(doc, before) in known or words_of(doc, before) in nouns.known
            if is_known if end == name.end else doc[end].text in nouns.given or name.label == "PERSON":
                yield replace(before, label="" if name.label == "PERSON" else name.label)
                if end < name.end:
                    yield replace(_piece(doc, name, end, name.end), label="PERSON")
                return
    yield name


def _apart(doc: Doc, name: Name, known: Counter[tuple[str, ...]], nouns: Nouns) -> list[Name]:
    for i in range(name.start + 1, name.end - 1):
        token = doc[i]
        left, right = _piece(doc, name, name.start, i), _piece(doc, name, i + 1, name.end)
        if token.tag_ == "POS" and (_is_whole(doc, left, known) or words_of(doc, right) in known):
            owned = "PERSON" if right.end - right.start == 2 and name.label in {"ORG", "PERSON"} and _is_personal(doc, right) else ""
            return [replace(left, label="" if name.label == "PERSON" else name.label), replace(right, label=owned)]
        if token.text == "," and name.label != "GPE" and doc[i + 1].text.rstrip(".") not in _AFTER_COMMAS:
            return [replace(one, label="") for one in (left, right)]
        if token.text == "and" and doc[i + 1].text == "the":  # "the Norby Brook and the River Tarn"
            return [left, *_apart(doc, _piece(doc, name, i + 2, name.end), known, nouns)] if i + 2 < name.end else [left]
        # "for Norvale at Tarnby Field", but "the University of Tarn at Norby"
        if token.text == "at" and not nouns.of_name(words_of(doc, left)):
            return [replace(left, label=""), replace(right, label="")]
        if token.text == "to" and "&" in doc.words(right.start, right.end):  # "the Ravel Mirror to Roe & Low"
            return [replace(left, label=""), replace(right, label="ORG")]
        if token.lower_ == "and" and (_are_known(doc, left, right, known) or _are_two(doc, left, right, nouns)):
            return [left, *_apart(doc, right, known, nouns)]
    words = words_of(doc, name)
    if name.label == "PERSON" and len(words) == 3 and known[words[1:]] > known[words]:
        return [_piece(doc, name, name.start + 1, name.end)]
    return [name]


def _are_known(doc: Doc, left: Name, right: Name, known: Counter[tuple[str, ...]]) -> bool:
    return words_of(doc, left) in known or words_of(doc, right) in known


def _are_two(doc: Doc, left: Name, right: Name, nouns: Nouns) -> bool:
    """Whether the parser has the one name beside the other, and both have the last word of a firm's or a body's; no person is two names."""
    houses = all(one.end - one.start == 2 and (doc[one.end - 1].lower_,) in nouns.labels for one in (left, right))
    if houses:  # "the Weaver Building and Gantry House"
        return True
    beside = doc[right.head].dep_ == "conj" and doc[right.head].head is doc[left.head] and right.head == right.end - 1
    if beside and left.label == "PERSON" and left.end - left.start > 1:
        return True
    return beside and all(one.end - one.start > 1 and nouns.of_name(words_of(doc, one)) for one in (left, right))


def _piece(doc: Doc, name: Name, start: int, end: int) -> Name:
    return replace(name, start=start, end=end, head=doc.root(start, end).i)


def _is_whole(doc: Doc, left: Name, known: Counter[tuple[str, ...]]) -> bool:
    """Whether what stands before "'s" is a name by itself: it stands elsewhere, or has several words and no plural owner."""
    words = words_of(doc, left)
    return words in known or (len(words) > 1 and doc[left.end - 1].tag_ != "NNPS")


def _is_personal(doc: Doc, name: Name) -> bool:
    return all(t.pos_ == "PROPN" and t.text[0].isupper() and not t.text.isupper() for t in doc[name.start : name.end])


def _repeated(doc: Doc, names: Sequence[Name], dead: set[int]) -> Iterator[Name]:
    """Further occurrences of known names that the tagger took for nouns: the "Rowan" of "the anti-Rowan vote" and of "Rowan says"."""
    taken = dead | {i for name in names for i in range(name.start, name.end)}
    known = {words_of(doc, name)[-1:]: name for name in names if name.label in {"", "PERSON", "ORG"}}
    lower = {t.text for t in doc if t.text.islower()}
    for token in doc:
        if token.i not in taken and token.text[0].isupper() and token.text.isalpha() and token.text.lower() not in lower:
            like = known.get((token.text,))
            hyphened = token.i > 0 and token.nbor(-1).text in {"-", "–"}
            if like is not None and (hyphened or token.pos_ in {"NOUN", "PROPN", "X", "ADJ"}):
                yield replace(like, start=token.i, end=token.i + 1, head=token.i)
            elif like is None and token.tag_ == "NNS" and token.is_sent_start and token.dep_ == "nsubj" and token.head.tag_ == "VBZ":
                meant = next((one for words, one in known.items() if one.label == "PERSON" and is_slip(token.text, words[0])), None)
                if meant is not None:  # "Hames believes", of Ada Hanes: no plural has such a verb
                    yield replace(meant, start=token.i, end=token.i + 1, head=token.i)


# -- headlines --------------------------------------------------------------------------------------------------------------------------


def _in_titles(doc: Doc, body: Sequence[Name], candidates: Sequence[Name], titled: set[int], loud: set[int]) -> Iterator[Name]:
    """The names of headlines and headings: those that the body has, and in sentence case what the recogniser knows."""
    if not titled and not loud:
        return
    known: dict[tuple[str, ...], Name] = {}
    for name in sorted(body, key=lambda n: bool(n.label)):
        known[tuple(w.lower() for w in words_of(doc, name))] = name
    longest = max((len(words) for words in known), default=0)
    taken: set[int] = set()
    regions = sorted(titled | loud)
    for i in regions:
        if i in taken or not doc[i].text[0].isupper():
            continue
        for length in range(min(longest, len(doc) - i), 0, -1):
            words = tuple(t.lower_ for t in doc[i : i + length])
            if words in known and all(i + k in titled or i + k in loud for k in range(length)):
                like = known[words]
                taken.update(range(i, i + length))
                yield replace(like, start=i, end=i + length, head=doc.root(i, i + length).i)
                break
    quiet = titled - loud
    if quiet and not is_title_case(doc, quiet):
        yield from (one for one in candidates if one.label and one.start in quiet and taken.isdisjoint(range(one.start, one.end)))


# -- agreement --------------------------------------------------------------------------------------------------------------------------


def _agreed(doc: Doc, names: Sequence[Name], nouns: Nouns) -> list[Name]:
    """Each name with the label that its other occurrences and its surroundings give it; a person's first and last name are that person."""
    votes: dict[tuple[str, ...], Counter[str]] = {}
    spelt = [(name, words_of(doc, name)) for name in names]
    for name, words in spelt:
        label = _told(doc, name, words, nouns) or name.label
        if label:
            votes.setdefault(words, Counter())[label] += 1 if label == name.label else _SURER
    agreed = {words: max(labels, key=labels.__getitem__) for words, labels in votes.items()}
    persons = {word for words, label in agreed.items() if label == "PERSON" and len(words) in {2, 3} for word in (words[0], words[-1])}
    placed = {words for name, words in spelt if is_place_of(doc[name.head])}
    inside = {words for name, words in spelt if _is_inside(doc, name)}
    found: list[Name] = []
    for name, words in spelt:
        if not words:
            continue
        label, sure = agreed.get(words, name.label), False
        alone = votes.get(words[-1:], Counter())
        if len(words) == 1 and words[0] in persons and words not in inside:
            label, sure = "PERSON", True
        elif label == "ORG" and len(words) == 2 and alone["PERSON"] > alone["ORG"]:
            label, sure = "PERSON", True  # "Rufus Penn", whom the article goes on to call Penn
        elif label == "PERSON" and (words[0] in nouns.given or votes[words]["PERSON"] >= _SURER):
            sure = True
        found.append(replace(name, label=label, sure=sure, acts=label == "GPE" and len(words) == 1 and words not in placed))
    return found


def _told(doc: Doc, name: Name, words: tuple[str, ...], nouns: Nouns) -> str:
    """What a name's words and surroundings tell, whatever the recogniser took it for: a title or an age makes a person, and so does a given
    name unless the last word is an organization's; what things happen in is a place."""
    if not words or words in nouns.known:
        return ""
    which = name.end + 1 < len(doc) and doc[name.end].text == "," and doc[name.end + 1].lower_ == "which"
    if which and name.label == "PERSON" and words[0] not in nouns.given:
        return "ORG"
    before = doc[name.start - 1] if name.start else None
    if before is not None and (before.lower_,) in nouns.titles and before.text[0].isupper() and len(words) < 4:
        return "PERSON"
    if name.end + 2 < len(doc) and doc[name.end].text == "," and _AGE.match(doc[name.end + 1].text) and doc[name.end + 2].text == ",":
        return "PERSON"
    if 1 < len(words) < 5 and words[0] in nouns.given and not nouns.of_name(words, proper=len(words) > 2) and "&" not in words:
        return "PERSON" if all(w[0].isupper() or w in _PARTICLES for w in words) else ""
    if len(words) == 1 and name.label in {"", "ORG", "PERSON"} and _is_inside(doc, name):
        return "GPE"
    if len(words) == 1 and name.label == "GPE" and words[0].isupper() and words[0].isalpha() and not _is_on_map(doc, name):
        return "ORG"  # "RT said": the initials of places are known
    if len(words) == 1 and not name.label and words[0] in nouns.given:
        return "PERSON"
    return ""


def _is_trade(last: Token) -> bool:
    """Whether a participle is what a firm called itself, by the recogniser too: "Ostrel Guarding", "Norvale Printing"."""
    before = last.nbor(-1)
    return last.tag_ == "VBG" and last.text.istitle() and before.pos_ == "PROPN" and last.ent_type_ == before.ent_type_ != ""


def _is_inside(doc: Doc, name: Name) -> bool:
    """Whether it is what something happens in: "in Kilrush", but not "shares in Tarnwick"."""
    head = doc[name.head]
    first = head.head if head.dep_ == "conj" else head  # "in Utrecht and Kilrush"
    prep = first.head
    return (
        first.dep_ == "pobj"
        and prep.lower_ in {"in", "near", "outside"}
        and (prep.i == name.start - 1 or (first is not head and prep.i == first.left_edge.i - 1))
        and prep.head.lemma_.lower() not in _INVOLVED
        and (name.end == len(doc) or doc[name.end].tag_ != "POS")
    )


def _is_on_map(doc: Doc, name: Name) -> bool:
    """Whether a place's name stands where places do: what something is in, and before the comma of a dateline."""
    return _is_inside(doc, name) or (name.end < len(doc) and doc[name.end].text in {",", "—", "–"})


def is_place_of(token: Token) -> bool:
    """Whether something is in, from or near it, or it tells where something is ("Ohio voters")."""
    return (token.dep_ == "pobj" and token.head.lower_ in {"in", "at", "from", "near", "across", "throughout", "to"}) or (
        token.dep_ in {"compound", "appos", "nmod", "npadvmod", "poss"}
    )
