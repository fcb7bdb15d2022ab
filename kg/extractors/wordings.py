"""The extractor: an article's propositions held against the ontology's wordings, made into statements with evidence, speaker and status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from kg.extractors.answers import answered, denials
from kg.extractors.circumstances import amount, by_sentence, evidence, span, span_of, value, when
from kg.extractors.cues import Cue, CueIndex, cues, read_literal, ties
from kg.extractors.entities import Cast
from kg.extractors.matching import Fits, Index, Match, Matcher, Suits, Told, peculiar
from kg.extractors.owners import root_of
from kg.extractors.phrases import Phrase
from kg.extractors.rereading import Rereader, Sought, few_examples
from kg.language.annotations import Attribution, Certainty, Mention, Quantity, Time, read
from kg.language.asides import is_aside, presupposes, relative_clause, tells_who
from kg.language.certainty import of_any, presupposed, within
from kg.language.lexicon import ANSWERS, OPEN_QUOTES, TAKES_UP
from kg.language.speeches import Speeches
from kg.language.tokens import Doc, Token
from kg.language.values import Reading, Values
from kg.ontology.model import Ontology, Relation
from kg.ontology.nouns import nouns, open_slots
from kg.ontology.patterns import Node, Pattern
from kg.statement import Entity, Statement, Status

_ARTICLES = frozenset({"the", "a", "an"})
_CLAUSAL = frozenset({"VERB", "AUX", "ADJ"})


@dataclass(frozen=True, slots=True)
class _Draft:
    """A statement before its entities are made: keys instead of entities; a literal object as it was read."""

    relation: str
    match: Match
    subject: int | str | None
    object: int | str | Reading
    status: Status
    modality: Status | None
    speakers: tuple[tuple[int | str, int], ...]
    answer: int | None = None  # the token of the words that deny it, where these stand behind it


class Extractor:
    """Statements of one Doc, for one ontology and its compiled patterns. With a rereader, what few examples tell is sought twice."""

    def __init__(self, ontology: Ontology, patterns: Sequence[Pattern], rereader: Rereader | None = None) -> None:
        self.ontology, self.rereader = ontology, rereader
        told = Told(open_slots(ontology), few_examples(ontology), peculiar(patterns))
        self.index = Index(patterns, self._allowed, told)
        self.sought = Sought(told.few, patterns)
        self.sought_index = Index(self.sought.patterns, self._allowed, told)
        self.nouns = nouns(ontology)
        self.cues = CueIndex(ontology)
        self.speakers = frozenset(iri for iri, one in ontology.classes.items() if one.speaks)
        self.someone = frozenset(iri for iri in self.speakers if ontology.is_someone(iri)) or self.speakers

    def statements(self, doc: Doc, article: str) -> tuple[Statement, ...]:
        """All that the Doc states and the ontology can say, in the order of the text."""
        cast = Cast(doc, self.ontology)
        values = Values(doc)
        matcher = Matcher(doc, self.index, cast.fits, cast.suits, values.says)
        certain = {c.predicate: c for c in read(doc, Certainty)}
        speeches = Speeches(doc)
        drafts = [
            draft
            for one in matcher.matches()
            for draft in self._drafts(doc, one, cast, values, _surest(doc, one, certain), _speech(doc, one, speeches))
        ]
        drafts = _stated([*drafts, *self._read_again(doc, cast, values, certain, speeches, drafts)], cast.inside)
        drafts += [d for cue in cues(doc, self.cues, values) for d in self._told_by_words(doc, cue, cast, values, speeches, drafts)]
        drafts += [d for one in denials(doc) for d in self._denied(doc, one, cast, speeches, drafts)]
        used = [(key, token) for d in drafts for key, token in _keys(d)]
        entities = cast.entities(used)
        moments, amounts = by_sentence(doc, read(doc, Time)), by_sentence(doc, read(doc, Quantity))
        found = (self._statement(doc, article, d, entities, moments, amounts) for d in drafts)
        unique = {(s.relation, s.subject, s.object, s.status, s.attributed_to, s.evidence): s for s in found}
        return tuple(sorted(unique.values(), key=lambda s: s.place))

    def _allowed(self, relation: str, slot: str) -> frozenset[str]:
        one = self.ontology.relations[relation]
        return one.domain if slot == "subject" else one.range

    def _read_again(
        self, doc: Doc, cast: Cast, values: Values, certain: dict[int, Certainty], speeches: Speeches, told: Sequence[_Draft]
    ) -> Iterator[_Draft]:
        """What sentences state when they are read with plain names, and didn't before. It is no surer than either reading has it, and said
        by whom that reading names."""
        known = {(d.relation, d.subject, d.object, doc[d.match.trigger].sent.start) for d in told}
        for reading in self.rereader.read(doc, self.sought.sentences(doc), self.sought) if self.rereader is not None else ():
            plain, places = reading.doc, reading.places
            for phrase in reading.phrases:
                words = [t.lower_ for t in doc[phrase.start : phrase.end]]
                cast.add(Mention(phrase.start + (words[0] in _ARTICLES), phrase.end, phrase.head, "noun", self.nouns.of_noun(words)))
            matcher = Matcher(plain, self.sought_index, *_elsewhere(cast, places), Values(plain).says)
            plain_certain, plain_speeches = {c.predicate: c for c in read(plain, Certainty)}, Speeches(plain)
            for match in matcher.matches():
                one = reading.in_article(match)
                certainty = _surest(plain, match, plain_certain) or certain.get(one.trigger)
                speech = [reading.attribution_in_article(a) for a in _speech(plain, match, plain_speeches)] or _speech(doc, one, speeches)
                for draft in self._drafts(doc, one, cast, values, certainty, speech):
                    key = (draft.relation, draft.subject, draft.object, doc[one.trigger].sent.start)
                    if key not in known:
                        known.add(key)
                        yield draft

    def _drafts(
        self, doc: Doc, match: Match, cast: Cast, values: Values, certainty: Certainty | None, speech: Sequence[Attribution]
    ) -> Iterator[_Draft]:
        if certainty is not None and certainty.modality == "unreal":
            return
        for one in _each(match, cast):
            yield from self._drafts_of(doc, one, cast, values, certainty, speech)

    def _drafts_of(
        self, doc: Doc, match: Match, cast: Cast, values: Values, certainty: Certainty | None, speech: Sequence[Attribution]
    ) -> Iterator[_Draft]:
        """What a match states whose words mean one each."""
        status, modality = _status(certainty, speech[0] if speech else None)
        if match.pattern.planned and status is Status.AFFIRMED:
            status = Status.PLANNED
        demands = _demands(match.pattern)
        relation = self.ontology.relations[match.pattern.relation]
        subject_classes = demands.get("subject") or relation.domain
        object_classes = demands.get("object") or relation.range
        obj: int | str | Reading | None
        if relation.datatype is None:
            obj = _key(cast, match.object, object_classes, demands.get("object"), self.index.told.telling(match.pattern, "object"))
        else:
            obj = values.at(match.object, relation.datatype)
        subject = (
            _key(cast, match.subject, subject_classes, demands.get("subject"), self.index.told.telling(match.pattern, "subject"))
            if match.subject is not None
            else None
        )
        if obj is None or subject == obj or (match.subject is not None and subject is None):
            return
        if match.subject == match.object and not cast.is_named(subject):
            return  # "the judge" says of nobody that he is one; "the former governor", who was named, is
        unnamed = match.subject is None and match.pattern.has_subject
        if unnamed and (isinstance(obj, Reading) or not cast.fits(match.object, self.someone, surely=True)):
            return  # somebody unnamed did it: worth a statement where it was done to somebody, or the example itself names nobody
        speakers = self._speakers(speech, cast)
        if not isinstance(obj, Reading):
            cast.use(obj, match.object, object_classes)
        if subject is not None and match.subject is not None:
            cast.use(subject, match.subject, subject_classes)
        for one in (relation, *(self.ontology.relations[iri] for iri in relation.also if iri in self.ontology.relations)):
            if one.datatype is not None:
                if (read := values.at(match.object, one.datatype)) is not None:
                    yield _Draft(one.iri, match, subject, read, status, modality, speakers)
            elif relation.datatype is None and (one is relation or _joins(one, match, cast)):
                yield _Draft(one.iri, match, subject, obj, status, modality, speakers)

    def _told_by_words(
        self, doc: Doc, cue: Cue, cast: Cast, values: Values, speeches: Speeches, told: Sequence[_Draft]
    ) -> Iterator[_Draft]:
        """What trigger words tell and no wording does. All between them and both arguments has its say in how sure it is."""
        relation = self.ontology.relations[cue.trigger.relation]
        match = _as_match(doc, cue)
        speech = _speech(doc, match, speeches)
        certainty = of_any(doc, ties(doc, cue))
        if certainty is not None and certainty.modality == "unreal":
            return
        status, modality = _status(certainty, speech[0] if speech else None)
        owner = cue.owner.phrase
        subject = cast.phrase(owner.start, owner.end, owner.label, self._class(owner, relation.domain), named=True)
        obj: int | str | Reading | None
        if relation.datatype is not None:
            obj = read_literal(values, cue.object, relation)
        else:
            one, named = cue.object, cue.object.kind == "name"
            obj = cast.phrase(one.start, one.end, one.label, self._class(one, relation.range), named)
        if obj is None or obj == subject:
            return
        known = {(d.relation, d.subject, d.object, doc[d.match.trigger].sent.start) for d in told}
        for iri in (relation.iri, *relation.also):
            if (iri, subject, obj, doc[match.trigger].sent.start) not in known:
                yield _Draft(iri, match, subject, obj, status, modality, self._speakers(speech, cast))

    def _denied(self, doc: Doc, denial: Attribution, cast: Cast, speeches: Speeches, told: Sequence[_Draft]) -> Iterator[_Draft]:
        """What others said just before a denial that only points back."""
        speakers = self._speakers([denial], cast)
        said = [d for d in told if speakers and _may_be_denied(doc, d, speakers[0][0])]
        meant = answered(doc, denial, {d.match.trigger for d in said}, speeches)
        for d in said:
            if d.match.trigger in meant:
                modality = d.status if d.status is Status.PLANNED else None
                yield replace(d, status=Status.DENIED, modality=modality, speakers=speakers, answer=denial.cue_start)

    def _class(self, phrase: Phrase, allowed: frozenset[str]) -> str:
        """The class of a phrase: an individual's own, else the first that the relation allows."""
        return phrase.known or min(allowed, default=self.ontology.default_class)

    def _speakers(self, speech: Sequence[Attribution], cast: Cast) -> tuple[tuple[int | str, int], ...]:
        """Nearest first; one whose class can't speak is passed over."""
        found: dict[int | str, int] = {}
        for one in speech:
            if one.source is not None:
                key = cast.key(one.source, self.speakers)
                if key is not None:
                    found.setdefault(key, one.source)
        return tuple(found.items())

    def _statement(
        self,
        doc: Doc,
        article: str,
        draft: _Draft,
        entities: dict[int | str, Entity],
        moments: Mapping[int, Sequence[Time]],
        amounts: Mapping[int, Sequence[Quantity]],
    ) -> Statement:
        match, read = draft.match, draft.object
        trigger = doc[match.trigger]
        speakers = [entities[key] for key, _ in draft.speakers]
        return Statement(
            article=article,
            relation=draft.relation,
            subject=entities[draft.subject] if draft.subject is not None else None,
            object=value(doc, read) if isinstance(read, Reading) else entities[read],
            status=draft.status,
            modality=draft.modality,
            evidence=evidence(trigger.sent, doc[draft.answer].sent if draft.answer is not None else trigger.sent),
            subject_span=span(doc, match.subject) if match.subject is not None else None,
            object_span=span_of(doc, read.start, read.end) if isinstance(read, Reading) else span(doc, match.object),
            attributed_to=speakers[0] if speakers else None,
            reported_by=tuple(speakers[1:]),
            amount=amount(doc, match, amounts.get(trigger.sent.start, ()), read),
            when=when(doc, match, moments.get(trigger.sent.start, ()), read),
            wording=match.pattern.example,
        )


def _elsewhere(cast: Cast, places: Sequence[int]) -> tuple[Fits, Suits]:
    """Whether a word of a reading can stand for a member of some classes, by what it is in the article."""

    def fits(token: int, classes: frozenset[str], surely: bool) -> bool:
        return cast.fits(places[token], classes, surely)

    def suits(token: int, classes: frozenset[str], words: int) -> bool:
        return cast.suits(places[token], classes, words)

    return fits, suits


def _each(match: Match, cast: Cast) -> Iterator[Match]:
    """The match for each of those whom its words mean together: "Roe and Lee … They own X", for each two where they met each other."""
    subjects = cast.each(match.subject) if match.subject is not None else (None,)
    each = cast.each(match.object)
    if len(each) > 1 and each == subjects:
        pairs = combinations(each, 2) if match.subject == match.object else ()  # "they cut their ties with X"
        yield from (replace(match, subject=one, object=other) for one, other in pairs)
        return
    for obj in each:
        for subject in subjects:
            yield match if (subject, obj) == (match.subject, match.object) else replace(match, subject=subject, object=obj)


def _joins(relation: Relation, match: Match, cast: Cast) -> bool:
    """Whether what was found can stand in another relation too: by its domain and range."""
    fits = match.subject is None or not relation.domain or cast.likely(match.subject, relation.domain) is not None
    return fits and (not relation.range or cast.likely(match.object, relation.range) is not None)


def _key(cast: Cast, token: int, classes: frozenset[str], demanded: frozenset[str] | None, words: int) -> int | str | None:
    """What a slot's word stands for, by the classes that its bracket demands, else by those of the relation."""
    return cast.key(token, classes) if demanded else cast.likely(token, classes, words)


def _as_match(doc: Doc, cue: Cue) -> Match:
    """A cue as a wording that matched, its trigger for the example."""
    root = root_of(doc, cue.words)
    nominal = root.pos_ not in _CLAUSAL
    pattern = Pattern(cue.trigger.relation, Node("literal", root.lemma_), cue.trigger.text, len(cue.words), nominal)
    object_ = doc.root(cue.object.start, cue.object.end).i
    return Match(pattern, root.i, cue.owner.token, object_, None, cue.words)


def _may_be_denied(doc: Doc, draft: _Draft, by: int | str) -> bool:
    """Whether it is somebody's word, and not the article's or that of who denies it."""
    own = not draft.speakers and draft.status is not Status.POSSIBLE
    denied = draft.status is Status.DENIED or by in {key for key, _ in draft.speakers}
    return not own and not denied and not _is_presupposed(doc[draft.match.trigger], draft.match)


def _stated(drafts: Sequence[_Draft], inside: Mapping[int, int]) -> list[_Draft]:
    """Drafts without those whose subject is unstated, where another one states it in the same sentence's words; and without those of a
    word `inside` a phrase, by its head, where another one states it of the phrase."""
    known = {(d.relation, d.match.trigger, d.object) for d in drafts if d.subject is not None}
    stated = {(d.relation, d.match.trigger, d.match.subject, d.match.object) for d in drafts} if inside else set()

    def is_part(d: _Draft) -> bool:
        subject, obj = d.match.subject, d.match.object
        whole = inside.get(subject, subject) if subject is not None else None
        wholes = {(whole, inside.get(obj, obj)), (whole, obj), (subject, inside.get(obj, obj))} - {(subject, obj)}
        return any((d.relation, d.match.trigger, *one) in stated for one in wholes)

    told = [d for d in drafts if d.subject is not None or (d.relation, d.match.trigger, d.object) not in known]
    return [d for d in told if not is_part(d)] if inside else told


def _keys(draft: _Draft) -> Iterator[tuple[int | str, int]]:
    if draft.subject is not None and draft.match.subject is not None:
        yield draft.subject, draft.match.subject
    if not isinstance(draft.object, Reading):
        yield draft.object, draft.match.object
    yield from draft.speakers


def _demands(pattern: Pattern) -> dict[str, frozenset[str]]:
    todo = [pattern.root]
    found: dict[str, frozenset[str]] = {}
    while todo:
        node = todo.pop()
        if node.kind in {"subject", "object"} and node.classes:
            found[node.kind] = node.classes
        todo.extend(child for _, child in node.edges)
    return found


# -- who says it, how sure --------------------------------------------------------------------------------------------------------------


def _speech(doc: Doc, match: Match, speeches: Speeches) -> list[Attribution]:
    """The attributions whose content holds the predicate, nearest first. What a title or a name's place presupposes is the article's own,
    but within quotation marks."""
    inside = [a for a in speeches.around(match.trigger) if not a.cue_start <= match.trigger < a.cue_end]
    inside = [a for a in inside if not any(b.doubts and b.source is not None and _brings_in(b, a) for b in inside)]
    if any(a.denies for a in inside) and presupposes(doc[match.trigger]):
        inside = [a for a in inside if not a.denies]
    clause = relative_clause(doc[match.trigger])
    if _is_presupposed(doc[match.trigger], match) or _tells_when(doc[match.trigger]) or (clause is not None and tells_who(clause)):
        inside = [a for a in inside if _is_quoted(doc, a)]
    elif clause is not None:
        inside = [a for a in inside if _is_quoted(doc, a) or not is_aside(clause, doc[a.cue_start])]
    return sorted(inside, key=lambda a: (a.content_end - a.content_start, a.content_start))


def _brings_in(outer: Attribution, inner: Attribution) -> bool:
    """Whether one's words tell that another spoke: where they only allege it, they are all that there is."""
    return outer is not inner and outer.content_start <= inner.cue_start < outer.content_end


def _is_presupposed(trigger: Token, match: Match) -> bool:
    if trigger.dep_ == "amod" and trigger.tag_ == "VBN" and trigger.head.pos_ == "PROPN":
        return True  # "state-financed Harbor Radio"
    if _is_supposed(trigger):
        return False
    roles = {role for role, _ in match.pattern.root.edges}
    as_role = trigger.dep_ == "pobj" and trigger.head.lower_ == "as"  # "will appoint X as chairman"
    if not match.pattern.nominal or trigger.dep_ in {"attr", "acomp", "oprd"} or as_role:
        return False
    return "holder" in roles or match.pattern.root.kind != "literal"


def _is_supposed(noun: Token) -> bool:
    """Whether something is only thought of: "a ruling by the court would please X"."""
    some = noun.dep_ == "nsubj" and any(c.dep_ == "det" and c.lower_ in {"a", "an", "any"} for c in noun.lefts)
    return some and any(c.dep_ == "aux" and c.lower_ in {"would", "'d", "’d"} for c in noun.head.lefts)


def _tells_when(noun: Token) -> bool:
    """Whether what somebody was only tells when something happened, which is known: "said that she lied when she was mayor"."""
    verb = noun.head
    past = noun.dep_ == "attr" and verb.dep_ == "advcl" and verb.tag_ == "VBD"
    return past and any(c.lower_ in {"when", "while"} and c.dep_ in {"advmod", "mark"} for c in verb.lefts)


def _is_brought_about(noun: Token) -> bool:
    """Whether a noun is new with its verb, and as sure as that: "will open a plant in Ohio"; "the plant in Ohio" is there anyhow, and so
    is what is answered or asked: "may grant a request by X", "may convince a court in Norby"."""
    if noun.head.lemma_ in TAKES_UP | ANSWERS:
        return False
    new = any(c.lower_ in {"a", "an", "any", "another", "no"} and c.dep_ == "det" for c in noun.children)
    return new and noun.pos_ == "NOUN" and noun.dep_ == "dobj"


def _verb_of_phrase(noun: Token, match: Match) -> Token | None:
    """The verb that a phrase goes with, and is as sure as: "will open it in partnership with X"; whoever it speaks of is there anyhow."""
    is_phrase = match.pattern.nominal and noun.dep_ == "pobj" and noun.i not in {match.subject, match.object}
    return noun.head.head if is_phrase and noun.head.head.pos_ == "VERB" else None


def _is_quoted(doc: Doc, one: Attribution) -> bool:
    return one.content_start > 0 and doc[one.content_start - 1].text in OPEN_QUOTES


def _surest(doc: Doc, match: Match, certain: dict[int, Certainty]) -> Certainty | None:
    """What holds of the predicate, else of another word of the wording by what stands between the two ("never active in X"); that it
    stands under the predicate is the wording itself ("suggested that X lied")."""
    trigger = doc[match.trigger]
    own = presupposed(trigger) if _is_presupposed(trigger, match) else certain.get(match.trigger)
    if own is None or (not own.negated and own.modality == "asserted"):
        over = trigger.head if _is_brought_about(trigger) else _verb_of_phrase(trigger, match)
        own = certain.get(over.i) if over is not None else own
    if own is not None and (own.negated or own.modality != "asserted"):
        return own
    for i in match.words:
        one = within(doc[i], trigger) if i != match.trigger else None
        clausal = doc[i].pos_ in _CLAUSAL  # "said that it would hurt": what is said may be ahead, that it was said is not
        if one is not None and (one.negated or (one.modality != "asserted" and not clausal)):
            return one
    return None


def _status(certainty: Certainty | None, speech: Attribution | None) -> tuple[Status, Status | None]:
    negated = certainty is not None and certainty.negated
    modality = Status(certainty.modality) if certainty is not None and certainty.modality != "asserted" else None
    if speech is not None and speech.denies:
        negated, modality = True, modality if negated else None
    if speech is not None and speech.doubts and not negated:
        modality = modality or Status.POSSIBLE
    if negated:
        return Status.DENIED, modality
    return modality or Status.AFFIRMED, None
