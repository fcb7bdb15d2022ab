"""Attributions by a noun or an adjective: "X's claim that …", "X's plan to …", "criticism of Y by X", "X is confident that …"."""

from __future__ import annotations

from kg.language.annotations import Stance
from kg.language.attribution.complements import Range
from kg.language.attribution.draft import Draft, draft
from kg.language.attribution.sources import Source, subject
from kg.language.lexicon import DENY, TAKES_UP
from kg.language.tokens import Token

_SAYINGS = frozenset(
    """accusation acknowledgement acknowledgment admission allegation announcement answer argument assertion assurance boast charge
    claim comment complaint conclusion confession contention declaration denial explanation finding insistence message pledge
    prediction promise remark reminder reply report response revelation rumor rumour statement suggestion testimony warning word""".split()
)
_THOUGHTS = frozenset(
    """belief certainty concern confidence consensus conviction doubt expectation fear feeling idea impression notion opinion
    perception premise realization sense suspicion theory thought understanding view worry""".split()
)
_WISHES = frozenset(
    """aim ambition bid call commitment decision demand desire determination dream eagerness goal hope intention offer order plan
    pledge promise proposal push recommendation refusal reluctance request resolve threat vow willingness wish""".split()
)
_JUDGEMENTS = frozenset(
    """accusation admiration advocacy allegation announcement approval assessment attack call characterization comment complaint
    condemnation contempt criticism critique defence defense denial denunciation depiction description disapproval disavowal disdain
    dismissal embrace indictment mention mockery opinion opposition plan portrayal praise proposal question rebuke reference
    rejection remark scepticism skepticism warning""".split()
)
_ABOUT = frozenset("of for on about to against as over".split())
_LIGHT = frozenset("make issue express have voice raise give offer release repeat share reiterate deliver launch level".split())
_DOUBTFUL = frozenset({"rumor", "rumour", "suggestion"})
_SURE = frozenset(
    """adamant afraid alarmed angry aware certain clear concerned confident convinced disappointed doubtful fearful glad grateful happy
    hopeful insistent optimistic pessimistic pleased proud sceptical shocked skeptical sorry sure surprised thrilled unsure upset
    worried""".split()
)
_READY = frozenset(
    "willing eager ready reluctant keen determined loath unwilling hesitant quick hopeful anxious prepared glad happy".split()
)
_TOWARDS = frozenset(
    """adamant afraid angry appreciative concerned confident contemptuous critical disdainful dismissive enamored enthusiastic excited
    fearful fond furious grateful hostile interested leery nervous opposed optimistic outspoken passionate proud satisfied scared
    sceptical sick skeptical supportive suspicious sympathetic tired uncomfortable unhappy upset wary worried""".split()
)


def by_noun(noun: Token) -> Draft | None:
    """The attribution that a noun makes; None where it isn't one of the listed nouns, or nobody's."""
    lemma = noun.lemma_.lower()
    if lemma in _SAYINGS or lemma in _THOUGHTS:
        clause = _that_clause(noun)
        if clause is not None:
            return _by_saying(noun, lemma, clause)
    owner = _owner(noun)
    if owner is None:
        return None
    if lemma in _WISHES:
        wish = next((c for c in noun.children if c.dep_ in {"acl", "xcomp"} and _is_infinitive(c)), None)
        if wish is not None:
            return draft(owner, _cue(noun), [_span(wish)], "wish")
    if lemma in _JUDGEMENTS:
        for prep in noun.rights:
            if prep.dep_ == "prep" and prep.lower_ in _ABOUT:
                inner = next((c for c in prep.children if c.dep_ in {"pobj", "pcomp"}), None)
                if inner is not None and inner != owner[0]:
                    return draft(owner, (noun.i, prep.i + 1), [_span(inner)], "attitude")
    return None


def _by_saying(noun: Token, lemma: str, clause: Token) -> Draft | None:
    owner = _owner(noun)
    rejected = noun.dep_ == "dobj" and noun.head.lemma_.lower() in DENY | {"dismiss"}
    unowned = lemma == "report" and owner is None  # "reports that …" are rumors, which speak for themselves
    stance: Stance = "speech" if lemma in _SAYINGS or lemma in {"view", "belief", "idea", "notion", "premise", "theory"} else "thought"
    denies, doubts = lemma == "denial" or rejected, unowned or lemma in _DOUBTFUL
    return draft((noun, noun) if unowned else owner, _cue(noun), [_span(clause)], stance, denies=denies, doubts=doubts)


def _that_clause(noun: Token) -> Token | None:
    own = next((c for c in noun.children if c.dep_ in {"acl", "ccomp"} and any(m.lower_ == "that" for m in c.children)), None)
    if own is not None:
        return own
    copula = noun.head
    if noun.dep_ == "nsubj" and copula.lemma_ == "be":  # "his point is that …"
        return next((c for c in copula.children if c.dep_ == "ccomp" and any(m.lower_ == "that" for m in c.children)), None)
    return None


def _owner(noun: Token) -> Source | None:
    """Whose it is: a possessor, a "by" or "from", the subject of a light verb over it ("made the claim that …")."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child, child
    for child in noun.children:
        if child.lower_ in {"by", "from"}:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return inner, inner
    taken_up = noun.head.lemma_ in TAKES_UP - DENY - {"dismiss"}  # "cited reports that …"
    return subject(noun.head) if noun.dep_ == "dobj" and not taken_up else None


def by_adjective(adjective: Token) -> Draft | None:
    """ "X is confident that …", "X is willing to …", "X is critical of …"."""
    copula = adjective.head
    lemma = adjective.lower_
    if adjective.dep_ != "acomp" or copula.lemma_ not in {"be", "feel", "seem", "remain", "become", "sound", "appear"}:
        return None
    clause = next((c for c in adjective.children if c.dep_ in {"ccomp", "xcomp"} and c.i > adjective.i), None)
    source = subject(copula)
    if source is None or source[1].lower_ in {"it", "there", "this", "that", "what"}:
        return None
    cue = (min(copula.i, adjective.i), adjective.i + 1)
    if clause is not None:
        if _is_infinitive(clause):
            return draft(source, cue, [_span(clause)], "wish") if lemma in _READY else None
        return draft(source, cue, [_span(clause)], "thought") if lemma in _SURE and clause.dep_ == "ccomp" else None
    if lemma in _TOWARDS:
        for prep in adjective.rights:
            if prep.dep_ == "prep" and prep.right_edge.i > prep.i and prep.lower_ in {"of", "about", "to", "in", "with", "at", "on"}:
                return draft(source, (cue[0], prep.i + 1), [(prep.i + 1, prep.right_edge.i + 1)], "attitude")
    return None


def _is_infinitive(token: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)


def _cue(noun: Token) -> Range:
    return noun.i, noun.i + 1


def _span(token: Token) -> Range:
    return token.left_edge.i, token.right_edge.i + 1
