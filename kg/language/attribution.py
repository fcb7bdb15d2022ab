"""Who says it: source, cue and content of every attribution, from syntax and quotation marks, carried over a speech's next sentences."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.article import Role
from kg.language.annotations import Attribution, BlockRange, read, write
from kg.language.clauses import surface_subjects
from kg.language.lexicon import CLOSE_QUOTES, DENY, DOUBT, OPEN_QUOTES, SAY

_CUES = SAY | DENY | DOUBT
_CONTENT_NOUNS = frozenset(
    """claim allegation assertion suggestion statement argument accusation report rumor rumour belief contention denial view
    complaint idea notion premise theory""".split()
)
_MAX_QUOTE = 600  # tokens; a mark that is never closed doesn't swallow the article


def attributions(doc: Doc) -> Doc:
    """The component `kg_attribution`."""
    found: list[Attribution] = []
    for sentence in doc.sents:
        found += _according(sentence)
        found += _reported(sentence)
    found += _quoted(doc, found)
    write(doc, Attribution, tuple(sorted(set(found), key=lambda a: (a.content_start, a.content_end, a.cue_start))))
    return doc


def _according(sentence: Span) -> Iterator[Attribution]:
    """ "…, according to X": the clause it hangs on is X's."""
    for token in sentence:
        if token.lower_ != "according":
            continue
        to = next((c for c in token.children if c.lower_ == "to"), None)
        source = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
        if source is None:
            continue
        clause = token.head
        while clause.pos_ not in {"VERB", "AUX"} and clause.head != clause:
            clause = clause.head
        closing = token.i > sentence.start and sentence.doc[token.i - 1].text == ","
        while closing and clause.dep_ == "ccomp" and clause.head.lemma_.lower() in _CUES:  # "A said …, according to B": B tells of A
            clause = clause.head
        start, end = clause.left_edge.i, clause.right_edge.i + 1
        left, right = token.left_edge.i, token.right_edge.i + 1
        if right >= min(end, sentence.end) - 1:  # the phrase closes the clause: what is said stands before it
            end = left
        elif left <= start + 1:
            start = right
        yield _attribution(source, (token.i, token.i + 2), (start, end))


def _reported(sentence: Span) -> Iterator[Attribution]:
    """A said-verb with its clause; a denial with what it denies; "X's claim that …"."""
    for token in sentence:
        if token.pos_ == "VERB" and token.lemma_.lower() in _CUES:
            yield from _by_verb(token)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in _CONTENT_NOUNS:
            yield from _by_noun(token)


def _by_verb(verb: Token) -> Iterator[Attribution]:
    lemma = verb.lemma_.lower()
    speakers = [t for t in surface_subjects(verb) if t.pos_ in {"NOUN", "PROPN", "PRON"}]
    passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)
    if passive:
        speakers = [o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"]
    contents = [c for c in verb.children if _is_content(c, verb)]
    if lemma in {"deny", "dispute"}:
        contents += [c for c in verb.children if c.dep_ in {"xcomp", "dobj"} and c.pos_ in {"VERB", "AUX", "NOUN"} and c not in contents]
    source = speakers[0] if speakers else None
    if source is not None and source.lower_ in {"it", "this", "that"} and passive:
        source = None
    for content in contents:
        start, end = content.left_edge.i, content.right_edge.i + 1
        if start <= verb.i < end:  # "…, X said, …" inside its content
            for left, right in ((start, verb.left_edge.i), (verb.i + 1, end)):
                if left < right:
                    yield _attribution(source, (verb.i, verb.i + 1), (left, right), denies=lemma in DENY, doubts=lemma in DOUBT)
            continue
        yield _attribution(source, (verb.i, verb.i + 1), (start, end), denies=lemma in DENY, doubts=lemma in DOUBT)


def _is_content(child: Token, verb: Token) -> bool:
    if child.dep_ == "ccomp":
        has_subject = any(c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} for c in child.children)
        return has_subject or child.i < verb.i or child.pos_ not in {"VERB", "AUX"}
    return child.dep_ == "parataxis" and child.i < verb.i


def _by_noun(noun: Token) -> Iterator[Attribution]:
    clauses = [c for c in noun.children if c.dep_ in {"acl", "ccomp"} and any(m.lower_ == "that" for m in c.children)]
    owners = [c for c in noun.children if c.dep_ == "poss"]
    owners += [o for c in noun.children if c.lower_ in {"by", "from"} for o in c.children if o.dep_ == "pobj"]
    if not owners and noun.dep_ == "dobj":
        owners = surface_subjects(noun.head)
    for clause in clauses:
        span = (clause.left_edge.i, clause.right_edge.i + 1)
        rejected = noun.dep_ == "dobj" and noun.head.lemma_.lower() in DENY | {"dismiss"}
        unowned = noun.lemma_ == "report" and not owners  # "reports that …" are rumors
        denies, doubts = noun.lemma_ == "denial" or rejected, unowned or noun.lemma_ in {"rumor", "rumour", "suggestion"}
        yield _attribution(owners[0] if owners else None, (noun.i, noun.i + 1), span, denies=denies, doubts=doubts)


def _attribution(
    source: Token | None, cue: tuple[int, int], content: tuple[int, int], *, denies: bool = False, doubts: bool = False
) -> Attribution:
    start, end = (source.left_edge.i, source.i + 1) if source is not None else (cue[0], cue[0])
    return Attribution(source.i if source is not None else None, start, end, *cue, *content, denies, doubts)


# -- quotations -------------------------------------------------------------------------------------------------------------------------


def quotations(doc: Doc) -> list[tuple[int, int]]:
    """Token ranges between quotation marks, marks left out; one that isn't closed ends with its paragraph."""
    blocks = [(b.start, b.end) for b in read(doc, BlockRange) if b.role != Role.BOILERPLATE] or [(0, len(doc))]
    found: list[tuple[int, int]] = []
    for start, end in blocks:
        opened: int | None = None
        for i in range(start, end):
            text = doc[i].text
            if opened is None and text in OPEN_QUOTES:
                opened = i + 1
            elif opened is not None and text in CLOSE_QUOTES:
                if i > opened:
                    found.append((opened, i))
                opened = None
        if opened is not None and opened < end and end - opened < _MAX_QUOTE:
            found.append((opened, end))
    return found


def _quoted(doc: Doc, known: list[Attribution]) -> Iterator[Attribution]:
    """Each quotation's speaker: the said-verb around it, else who spoke just before."""
    last: Attribution | None = None
    last_end = -1
    for start, end in quotations(doc):
        speaker = _around(doc, start, end, known)
        if speaker is None and last is not None and _continues(doc, last_end, start):
            speaker = last
        if speaker is not None:
            found = Attribution(
                speaker.source, speaker.source_start, speaker.source_end, speaker.cue_start, speaker.cue_end, start, end, speaker.denies
            )
            yield found
            if end - start > 3:
                last, last_end = found, end


def _around(doc: Doc, start: int, end: int, known: list[Attribution]) -> Attribution | None:
    """The attribution whose cue stands in the quotation's sentence, outside the marks, its content meeting the quotation."""
    first, last = doc[start].sent, doc[end - 1].sent
    best: Attribution | None = None
    for one in known:
        inside = start <= one.cue_start < end
        near = first.start <= one.cue_start < last.end or abs(one.cue_start - end) <= 3
        if not inside and near and one.source is not None:
            overlaps = one.content_start < end and start < one.content_end
            if overlaps or best is None:
                best = one if overlaps or best is None else best
    if best is not None:
        return best
    for token in doc[first.start : min(last.end, len(doc))]:  # "…," said Wood / Wood added: "…"
        if not start <= token.i < end and token.pos_ == "VERB" and token.lemma_.lower() in SAY:
            speakers = surface_subjects(token) or [c for c in token.children if c.dep_ in {"dobj", "npadvmod"} and c.pos_ == "PROPN"]
            if speakers and not start <= speakers[0].i < end:
                return _attribution(speakers[0], (token.i, token.i + 1), (start, end))
    return None


def _continues(doc: Doc, last_end: int, start: int) -> bool:
    """Whether a quotation goes on with the speech before it: it opens its sentence, and at most one sentence lies between."""
    if last_end < 0 or start - last_end > 80:
        return False
    sentence = doc[start].sent
    opens = all(not doc[i].is_alpha for i in range(sentence.start, start))
    between = [t for t in doc[last_end:start] if t.is_sent_start]
    return opens and len(between) <= 2
