"""Names that the parser broke or hung under each other, and nouns before them that it took for verbs, put right in the tree."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from kg.language.quoted import hang_titles

_AGENT_NOUN = ("er", "or", "ist", "man", "woman")  # "midfielder", "sculptor"
_FULL = frozenset({"ORG", "PERSON"})
_NAMED = frozenset({"ORG", "PERSON", "GPE", "PRODUCT"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "cop", "aux"})
_UNDER = frozenset({"nmod", "compound"})


def regroup(doc: Doc) -> Doc:
    """Put the Doc's tree right where names stand, in place."""
    hang_titles(doc)
    strings = doc.vocab.strings
    infinitive, gerund, beside, object_ = strings["VB"], strings["VBG"], strings["conj"], strings["dobj"]
    for i, (tag, relation) in enumerate(doc.to_array(["TAG", "DEP"]).tolist()):  # far quicker than to look at each token
        if tag == infinitive:
            _noun_before_name(doc[i])
        elif tag == gerund:
            _title_of_gerund(doc[i])
        elif relation == beside:
            _object_beside_time(doc[i])
            _object_beside_verb(doc[i])
        elif relation == object_:
            _owned_name(doc[i])
    for name in doc.ents:
        _preposition_in_name(name)
        _two_in_one(name)
        if name.end - name.start > 2 and name[-1].dep_ == "pobj":
            _name_beside_name(name)
        if name.end < name[-1].head.i:
            _coordinated(name, doc[name.end + 1 : name[-1].head.i + 1])
    return doc


def _noun_before_name(noun: Token) -> None:
    """ "Signed defender X and striker Y": what a person is, before the second name, is no verb."""
    doc, before = noun.doc, noun.nbor(-1) if noun.i else noun
    plain = noun.is_lower and noun.lower_.endswith(_AGENT_NOUN) and before.lower_ == "and" and noun.i + 1 < len(doc)
    if not plain or noun.nbor(1).tag_ != "NNP" or any(c.dep_ in _SUBJECTS for c in noun.lefts):
        return
    if noun.dep_ == "conj" and noun.head.pos_ == "VERB":
        verb = noun.head
        first = next((c for c in verb.rights if c.dep_ == "dobj" and c.i < noun.i), None)
        name = next((c for c in noun.rights if c.dep_ == "dobj" and c.pos_ == "PROPN"), None)
        if first is None or name is None:
            return
        for child in [c for c in noun.children if c != name]:
            child.head = verb
        before.head, name.head, name.dep_ = first, first, "conj"
        noun.head = name
    elif noun.dep_ != "compound" or noun.head.pos_ != "PROPN":
        return
    noun.dep_, noun.pos_, noun.tag_, noun.lemma_ = "compound", "NOUN", "NN", noun.lower_


def _object_beside_verb(noun: Token) -> None:
    """ "Bought winger X and striker Y": a noun that stands beside a verb stands beside what is just before it, the verb's object."""
    if noun.tag_ not in _NOUNS:
        return
    verb, start = noun.head, noun.left_edge.i
    joint = noun.doc[start - 1] if start else noun
    if verb.pos_ != "VERB" or joint.head != verb or joint.lower_ != "and" or any(c.dep_ in _SUBJECTS for c in noun.children):
        return
    first = next((c for c in verb.rights if c.dep_ == "dobj" and _only_time(noun.doc[c.right_edge.i + 1 : joint.i])), None)
    if first is not None:
        joint.head = noun.head = first


def _owned_name(name: Token) -> None:
    """ "Owns Mr. Lee's Norby Today show": where a noun follows with no more than a capital between, the name is a part of what is owned."""
    first = name.nbor(1) if name.i + 1 < len(name.doc) else name
    noun = first.head
    owned = name.pos_ == "PROPN" and any(c.dep_ == "poss" for c in name.lefts) and not any(c.dep_ == "compound" for c in name.rights)
    apart = first.dep_ == "compound" and first.text.istitle() and noun.i > first.i and not noun.ent_type_ and noun.is_lower
    if not owned or not apart or noun.dep_ not in {"conj", "appos", "npadvmod", "dobj"} or noun.head == name:
        return
    if any(t.head != noun for t in name.doc[first.i : noun.i]):
        return
    noun.head, noun.dep_ = name.head, "dobj"
    for child in [*name.lefts]:
        child.head = noun
    name.head, name.dep_ = noun, "compound"


def _only_time(between: Span) -> bool:
    """Whether nothing stands there but a time: "in March"."""
    return all(token.ent_type_ == "DATE" or token.pos_ == "ADP" for token in between)


def _object_beside_time(noun: Token) -> None:
    """ "Bought X in March and Y in May": what stands beside a time and is none stands beside the object of the verb."""
    time = noun.head
    if noun.tag_ not in _NOUNS or noun.ent_type_ == "DATE" or time.ent_type_ != "DATE" or time.dep_ not in {"pobj", "npadvmod"}:
        return
    verb = time.head.head if time.dep_ == "pobj" else time.head
    first = next((c for c in verb.rights if c.dep_ == "dobj" and c.i < time.i), None) if verb.pos_ == "VERB" else None
    if first is not None:
        for joint in [c for c in time.rights if c.dep_ == "cc"]:
            joint.head = first
        noun.head = first


def _title_of_gerund(gerund: Token) -> None:
    """ "Gave money to Singing for Health and the Tarn Choir": with a capital, it is a name's first word, and what has an article stands
    beside the name, not in it."""
    inside = next((c for p in gerund.rights if p.dep_ == "prep" and p.i == gerund.i + 1 for c in p.rights if c.dep_ == "pobj"), None)
    if gerund.is_sent_start or not gerund.text.istitle() or inside is None or not inside.text.istitle():
        return
    if gerund.dep_ == "pcomp":
        gerund.dep_, gerund.pos_ = "pobj", "NOUN"
    for other in [c for c in inside.rights if c.dep_ == "conj" and c.pos_ == "PROPN" and c.left_edge.lower_ == "the"]:
        for joint in [c for c in inside.rights if c.dep_ == "cc"]:
            joint.head = gerund
        other.head = gerund


def _preposition_in_name(name: Span) -> None:
    """ "Tarn Re", a reinsurer: a capitalised last word that the recogniser has in a name is no preposition."""
    last, before = name[-1], name[-2] if len(name) > 1 else name[-1]
    if len(name) != 2 or name.label_ not in _NAMED or last.pos_ != "ADP" or not last.text.istitle() or before.pos_ != "PROPN":
        return
    over = last.head
    if before.head == last or over == last or last.head == before:
        return
    for child in list(last.children):
        child.head = over
    last.head, last.dep_, last.pos_, last.tag_, last.lemma_ = before.head, before.dep_, "PROPN", "NNP", last.text
    before.head, before.dep_ = last, "compound"


def _name_beside_name(name: Span) -> None:
    """ "Voice of Norby and Harbor Radio": a name that stands beside another one hangs on all of it, not on its last word."""
    last, root = name[-1], name.root
    beside = [c for c in last.rights if c.dep_ == "conj" and c.ent_type_ in _FULL and c.left_edge.i >= name.end]
    if root == last or last.head.i < name.start or not beside:
        return
    for child in [c for c in last.rights if c.dep_ in {"cc", "conj", "punct"} and c.i <= beside[-1].i]:
        child.head = root


def _two_in_one(name: Span) -> None:
    """ "X Mutual and Y Hull Association", which the recogniser took for one name."""
    for token in name[2:-2]:
        if token.lower_ == "and" and all(t.pos_ == "PROPN" for t in name if t != token):
            _coordinated(name[: token.i - name.start], name[token.i + 1 - name.start :])
            return


def _coordinated(left: Span, right: Span) -> None:
    """ "X Mutual and Y Insurance": the second name's last word isn't what the first name's also tells the kind of."""
    first, joint, second, last = left[-1], left.doc[left.end], right[0], right[-1]
    apart = first.dep_ in _UNDER and first.head == last and joint.lower_ == "and" and len(left) > 1 and len(right) > 1
    if not apart or any(t.pos_ != "PROPN" for t in right) or second.dep_ != "conj" or second.head != first or last.head == last:
        return
    first.head, first.dep_ = last.head, last.dep_
    last.head, last.dep_ = first, "conj"
    second.head, second.dep_ = last, "compound"
    joint.head = first
    for token in left[:-1]:
        if token.head == last:
            token.head, token.dep_ = first, "compound"
    for token in [c for c in last.lefts if c.i < left.start]:
        token.head = first
