"""What the parser hangs wrongly by habit, hung where it belongs before anything reads it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.language.attaching import clause_of_nearer, like_for_like, subject_for_modifier
from kg.language.lexicon import SAY

_COMMON = frozenset({"NN", "NNS"})
_VERBS = frozenset({"VB", "VBP", "VBZ"})
_SAID = SAY | {"rule", "hear", "decide"}
_OF_SPEAKERS = frozenset({"a", "an", "the", "its", "his", "her", "their", "two", "three", "several"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_MISHUNG = frozenset({"compound", "conj"})
_OTHER = frozenset({"sub", "non", "anti", "pseudo"})  # a sub-editor is no editor
_PLAIN = frozenset("DT PRP PRP$ CC TO MD POS WDT WP WRB , . : `` '' -LRB- -RRB- $ _SP RP".split())  # tags that no rule asks for
_INFINITIVES = frozenset({"xcomp", "advcl"})
_SPANS = frozenset("minutes hours days weeks months years decades".split())
_OF_LOSS = frozenset("deprive dispossess disabuse divest relieve rid".split())
_SIDES = frozenset({"anti", "pro"})
_COMPLEMENTS = frozenset({"acomp", "oprd", "attr", "dobj"})
_PARTICIPLES = {
    "lent": "lend",
    "led": "lead",
    "fed": "feed",
    "sent": "send",
    "bred": "breed",
    "sold": "sell",
    "built": "build",
    "held": "hold",
}


def rehang(doc: Doc) -> Doc:
    """Put the Doc's tree right, in place."""
    strings = doc.vocab.strings
    plain = {strings.as_int(tag) for tag in _PLAIN}
    for i, known in enumerate(doc.to_array("TAG").tolist()):
        if known in plain:  # nearly half of all words, with which nothing is wrong
            continue
        token = doc[i]
        tag, lower = token.tag_, token.lower_
        if lower == "ex":
            _prefix(token)
        elif lower == "-":
            _hyphen(token)
            _hyphened_verb(token)
            _side(token)
        elif tag == "VB" or (tag in _VERBS and token.is_sent_start):
            _name_for_infinitive(token)
            _name_for_verb(token)
        elif tag in _COMMON:
            _compound_in_two(token)
            _verb_after_name(token)
            _subject_behind(token)
            if lower in _SPANS:
                _name_before_span(token)
            elif token.dep_ in _INFINITIVES and token.i and token.nbor(-1).tag_ == "TO":
                token.pos_, token.tag_, token.lemma_ = "VERB", "VB", lower  # "plans to mill peat"
        elif lower == "of":
            _of_verb(token)
        elif tag == "NNP":
            _name_after_noun(token)
            _agent(token)
            _name_beside_kind(token)
            _name_of_two_roles(token)
        elif tag == "VBD":
            _after_did(token)
            _past_for_participle(token)
            _beside_perfect(token)
        elif tag == "VBZ" and token.dep_ == "dobj":
            _noun_for_verb(token)
        elif tag == "VBN" and token.dep_ == "ROOT":
            _participle_for_sentence(token)
        elif tag == "VBG" and token.dep_ == "ROOT" and token.is_sent_start:
            _gerund_for_sentence(token)
        elif tag == "JJ" and token.dep_ == "acomp":
            _participle_for_adjective(token)
        if lower == "granted":
            _for_granted(token)
        if lower.endswith("ing"):
            _noun_after_do(token)
        dep = token.dep_
        if dep in _MISHUNG and tag in _FINITE:
            _verb_for_compound(token)
            _subject_for_conjunct(token)
            subject_for_modifier(token)
        elif dep == "dep" and tag in _FINITE:
            _verb_beside_verb(token)
        if dep == "relcl":
            clause_of_nearer(token)
        if dep == "conj" and tag == "NNS":
            like_for_like(token)
        if lower in _PARTICIPLES:
            _participle_for_noun(token)
        if dep == "appos":
            _speaker_for_apposition(token)
            _subject_for_apposition(token)
    return doc


def _prefix(prefix: Token) -> None:
    """The "ex" of "her ex-husband", which the parser made a word by itself, hangs on its noun, with all that hangs on it."""
    if prefix.lower_ != "ex" or prefix.i + 2 >= len(prefix.doc) or prefix.nbor(1).text != "-" or prefix.nbor(2).pos_ != "NOUN":
        return
    hyphen, noun = prefix.nbor(1), prefix.nbor(2)
    if prefix.head in {hyphen, noun, prefix} or noun.head not in {prefix, hyphen, prefix.head}:
        return
    _replace(prefix, noun)
    prefix.head, prefix.dep_ = noun, "compound"
    hyphen.head, hyphen.dep_ = noun, "punct"


def _hyphen(hyphen: Token) -> None:
    """ "Signed a cross-licence with X": a hyphen that was taken for a noun between two others; the three are one noun."""
    doc, i = hyphen.doc, hyphen.i
    if hyphen.tag_ == "HYPH" or not 0 < i < len(doc) - 1:
        return
    first, last = doc[i - 1], doc[i + 1]
    parted = first.whitespace_ or hyphen.whitespace_ or not (first.is_lower and last.is_lower)
    if parted or last.tag_ not in _COMMON or first.lower_ in _OTHER:
        return
    over = {first, hyphen, last}
    top = next((one for one in (last, hyphen, first) if one.head not in over or one.head == one), last)
    if top != last:
        _replace(top, last)
    for child in [*first.children, *hyphen.children]:
        child.head = last
    if i > 1 and doc[i - 2].pos_ == "DET" and doc[i - 2].head in {*over, last.head}:
        doc[i - 2].head, doc[i - 2].dep_ = last, "det"
    first.head, first.dep_ = last, "compound"
    hyphen.head, hyphen.dep_, hyphen.pos_, hyphen.tag_ = last, "punct", "PUNCT", "HYPH"


def _side(hyphen: Token) -> None:
    """ "Is anti-Rowan": what stands behind a verb in three pieces is a preposition, as in "is against Rowan"."""
    if hyphen.i + 1 >= len(hyphen.doc) or not hyphen.i or hyphen.nbor(-1).lower_ not in _SIDES:
        return
    side, name = hyphen.nbor(-1), hyphen.nbor(1)
    verb = side.head
    if side.dep_ not in _COMPLEMENTS or verb.pos_ not in {"VERB", "AUX"} or name.head != verb or name.dep_ not in _COMPLEMENTS:
        return
    side.dep_, side.pos_, side.tag_ = "prep", "ADP", "IN"
    hyphen.head, hyphen.dep_, hyphen.pos_, hyphen.tag_ = side, "punct", "PUNCT", "HYPH"
    name.head, name.dep_ = side, "pobj"
    if name.text.istitle():
        name.pos_, name.tag_, name.lemma_ = "PROPN", "NNP", name.text
    elif name.pos_ == "ADJ":
        name.pos_, name.tag_, name.lemma_ = "NOUN", "NN", name.lower_


def _of_verb(preposition: Token) -> None:
    """ "Deprived the party of its rights": what somebody loses hangs on the verb, which can't do without it."""
    noun = preposition.head
    verb = noun.head
    if noun.dep_ not in {"dobj", "nsubjpass"} or verb.lemma_ not in _OF_LOSS or noun.i > preposition.i:
        return
    if [c for c in noun.rights if c.lower_ == "of"][-1:] == [preposition] and not any(c.lower_ == "of" for c in verb.rights):
        preposition.head = verb


def _for_granted(participle: Token) -> None:
    """ "Took the voters for granted": the two words hang on the verb, as a preposition with what is under it."""
    before = participle.nbor(-1) if participle.i else participle
    verb = next((t for t in participle.ancestors if t.pos_ == "VERB" and t != before), participle)
    if before.lower_ == "for" and verb.lemma_ == "take" and participle.dep_ != "amod":
        before.head, before.dep_, before.pos_, before.tag_ = verb, "prep", "ADP", "IN"
        participle.head, participle.dep_ = before, "pcomp"


def _hyphened_verb(hyphen: Token) -> None:
    """ "Norby Timber clear-cut the wood": what stands before the article of its own noun, or has a subject and an object, is no
    participle."""
    if hyphen.tag_ != "HYPH" or hyphen.i + 2 >= len(hyphen.doc):
        return
    verb, after = hyphen.nbor(1), hyphen.nbor(2)
    if verb.tag_ != "VBN" or after.tag_ not in {"DT", "PRP"}:
        return
    noun, subject = verb.head, verb.left_edge.nbor(-1) if verb.left_edge.i else verb
    if {"nsubj", "dobj"} <= {c.dep_ for c in verb.children} and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children):
        verb.tag_ = "VBD"
    elif verb.dep_ == "amod" and after.head == noun and noun.dep_ == "ROOT" and subject.head == noun and subject.pos_ == "PROPN":
        _replace(noun, verb)
        after.head = noun
        noun.head, noun.dep_ = verb, "dobj"
        subject.dep_, verb.tag_ = "nsubj", "VBD"


def _participle_for_sentence(participle: Token) -> None:
    """ "The mill is near Norby, bought by X": a participle with its agent, of which the sentence before the comma was made a clause."""
    if not any(c.dep_ == "agent" for c in participle.rights):
        return
    clauses = [c for c in participle.lefts if c.dep_ == "ccomp"]
    if len(clauses) != 1 or any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for c in participle.children):
        return
    noun = clauses[0].right_edge
    if noun.nbor(1).text == "," and noun.pos_ in {"NOUN", "PROPN"}:
        clauses[0].head, clauses[0].dep_ = clauses[0], "ROOT"
        participle.head, participle.dep_ = noun, "acl"


def _gerund_for_sentence(gerund: Token) -> None:
    """ "Fearing a flood, X shut the mill": a gerund at the start, of which the sentence after its comma was made a clause."""
    clauses = [c for c in gerund.rights if c.dep_ == "ccomp" and c.tag_ in _FINITE and any(s.dep_ == "nsubj" for s in c.lefts)]
    subject = next((c for one in clauses for c in one.lefts if c.dep_ == "nsubj"), gerund)
    if len(clauses) != 1 or any(c.dep_ in {"nsubj", "aux"} for c in gerund.lefts):
        return
    comma = next((t for t in gerund.doc[gerund.i + 1 : subject.i] if t.text == ","), None)
    if comma is None or any(c.dep_ == "mark" for c in clauses[0].lefts):
        return
    clause = clauses[0]
    clause.head, clause.dep_ = clause, "ROOT"
    gerund.head, gerund.dep_ = clause, "advcl"
    for child in [c for c in subject.lefts if c.i < comma.i]:
        child.head, child.dep_ = gerund, "dobj"
    for child in [c for c in gerund.rights if c.i > comma.i]:
        child.head = clause


def _participle_for_adjective(participle: Token) -> None:
    """ "Was qualified by X": an adjective after "be" that has an agent is a participle."""
    copula = participle.head
    agent = any(c.dep_ == "agent" and any(o.dep_ == "pobj" for o in c.children) for c in participle.rights)
    if not agent or copula.lemma_ != "be" or not participle.lower_.endswith("ed") or participle.i < copula.i:
        return
    _replace(copula, participle)
    copula.head, copula.dep_ = participle, "auxpass"
    for subject in [c for c in participle.lefts if c.dep_ == "nsubj"]:
        subject.dep_ = "nsubjpass"
    participle.pos_, participle.tag_, participle.lemma_ = "VERB", "VBN", _verb_of(participle.lower_)


def _verb_of(participle: str) -> str:
    """The verb of a regular participle, as spelling tells it: "qualified", "certified"; of a doubled consonant it makes none."""
    if participle.endswith("ied"):
        return f"{participle[:-3]}y"
    stem = participle.removesuffix("ed")
    return (
        f"{stem}e"
        if stem.endswith(("at", "iz", "is", "v", "c", "s", "ag", "ur", "us", "id", "in", "ir")) and not stem.endswith(("ain", "air", "aid"))
        else stem
    )


def _noun_for_verb(noun: Token) -> None:
    """ "Pays inmates $20": what is paid to whom, where the parser took these for a verb."""
    verb = noun.head
    if verb.pos_ != "VERB" or any(c.dep_ in {"nsubj", "nsubjpass", "aux", "mark"} for c in noun.children):
        return
    for child in [c for c in noun.rights if c.dep_ in {"dobj", "prep", "npadvmod", "punct"}]:
        child.head = verb
    noun.tag_, noun.pos_ = "NNS", "NOUN"


def _noun_after_do(noun: Token) -> None:
    """ "Does the ground handling for X": what "do" has before it in "ing" is its object."""
    verb = next((c for c in noun.lefts if c.dep_ == "aux" and c.lower_ in {"do", "does", "did"}), None)
    if verb is None or not any(c.dep_ == "det" for t in noun.lefts if t.i > verb.i for c in (t, *t.children)):
        return
    _replace(noun, verb)
    for child in [c for c in verb.rights if c.i < noun.i]:
        child.head, child.dep_ = noun, "det" if child.pos_ == "DET" else "compound"
    noun.head, noun.dep_, noun.pos_, noun.tag_, noun.lemma_ = verb, "dobj", "NOUN", "NN", noun.lower_
    verb.pos_ = "VERB"


def _verb_for_compound(verb: Token) -> None:
    """ "Both X and Y import toys from Z": a verb after its subjects, taken for a part of its object's name."""
    noun = verb.head
    if verb.dep_ != "compound" or noun.i < verb.i or not verb.i or verb.nbor(-1).pos_ != "PROPN":
        return
    subject = next((c for c in noun.lefts if c.pos_ == "PROPN" and c.i < verb.i), None)
    if subject is None or noun.dep_ not in {"nsubj", "ROOT"}:
        return
    for child in [c for c in noun.lefts if c.i < verb.i and c != subject]:
        child.head = subject
    again = any(c.dep_ == "nsubj" and c != noun for c in noun.head.children)
    _replace(noun, verb)
    if verb.dep_ == "nsubj":
        verb.dep_ = "ccomp" if again else "csubj"
    subject.head, subject.dep_, noun.head, noun.dep_, verb.pos_ = verb, "nsubj", verb, "dobj", "VERB"


def _subject_for_conjunct(verb: Token) -> None:
    """ "X hired A and B hired C": what stands between "and" and a verb without a subject is that, and no second object."""
    over = verb.head
    if (
        verb.dep_ != "conj"
        or over.pos_ != "VERB"
        or verb.i < over.i
        or any(c.dep_ in {"nsubj", "nsubjpass", "auxpass"} for c in verb.lefts)
    ):
        return
    first = min((c.i for c in verb.lefts), default=verb.i)
    noun = next((c for o in over.rights if o.dep_ == "dobj" for c in o.rights if c.dep_ == "conj" and c.right_edge.i + 1 == first), None)
    if noun is None or noun.left_edge.i == noun.i == first or not any(c.dep_ in {"dobj", "prep"} for c in verb.rights):
        return
    joint = noun.left_edge.nbor(-1)
    if joint.dep_ == "cc":
        joint.head = over
        noun.head, noun.dep_ = verb, "nsubj"


def _verb_beside_verb(verb: Token) -> None:
    """ "The firm lost money and, as a result, has to sell": a verb without a subject behind another goes on with it."""
    over = verb.head
    plain = over.tag_ in _FINITE and over.i < verb.i and not any(c.dep_ in {"nsubj", "nsubjpass", "mark", "expl"} for c in verb.children)
    if plain and any(c.dep_ == "nsubj" for c in over.lefts):
        verb.dep_ = "conj"


def _name_after_noun(name: Token) -> None:
    """ "The pear cultivar Norby resists blight": with an object of its own, the verb is that of the sentence, and of no relative clause
    about the cultivar; the noun only says what the name is the name of."""
    verb, start = name.head, name.left_edge.i
    apposed = name.dep_ == "appos" and start < name.i and start - 1 == verb.i and verb.tag_ in _COMMON
    if apposed and (name.doc[start].is_lower or (name.ent_type_ == "PERSON" and verb.dep_ == "appos")):
        # "the pea hybrid Veslow", of which the pea was made the head; "her doctor, the surgeon Nils Roe"
        _replace(verb, name)
        verb.head, verb.dep_ = name, "compound"
        return
    if name.dep_ not in {"nsubj", "nsubjpass"} or verb.dep_ != "relcl" or not start or verb.i < name.i:
        return
    noun = name.doc[start - 1]
    if noun != verb.head or noun.tag_ not in _COMMON or noun.left_edge.pos_ != "DET":
        return
    if not any(c.dep_ in {"dobj", "acomp", "attr", "auxpass"} for c in verb.children):
        return
    over, relation = noun.head, noun.dep_
    verb.head, verb.dep_ = (verb, relation) if over == noun else (over, "ccomp" if relation == "nsubj" else relation)
    for child in [c for c in noun.rights if c not in {name, verb}]:
        child.head = verb
    for child in [c for c in noun.lefts if c.dep_ == "punct"]:
        child.head = verb
    noun.head, noun.dep_ = name, "compound"


def _agent(name: Token) -> None:
    """ "Was bred by Norby Agri": an unknown name after a "by" that has nothing else under it is no clause."""
    before = name.doc[name.left_edge.i - 1] if name.left_edge.i else name
    if name.dep_ in {"advcl", "oprd", "dep"} and before.dep_ == "agent" and before.head == name.head and not [*before.children]:
        name.head, name.dep_ = before, "pobj"


def _after_did(verb: Token) -> None:
    """ "Did not fell a tree": no past tense follows "did"."""
    if any(c.lower_ in {"did", "do", "does"} and c.dep_ == "aux" for c in verb.lefts):
        verb.tag_, verb.lemma_ = "VB", verb.lower_


def _past_for_participle(verb: Token) -> None:
    """ "Dana Roe, a brewer, endowed Norby College": a past tense after a comma, taken for a modifier of its object in a sentence without
    another verb."""
    if verb.dep_ != "amod":
        return
    noun = verb.head
    subject = noun.head
    if noun.dep_ != "appos" or subject.dep_ != "ROOT" or not subject.i < verb.i < noun.i:
        return
    if verb.nbor(-1).text != "," or subject.pos_ not in {"PROPN", "NOUN"} or noun.left_edge.i < verb.left_edge.i:
        return
    verb.head, verb.dep_, verb.pos_ = verb, "ROOT", "VERB"
    for child in [c for c in subject.rights if c.i > verb.i and c != noun]:
        child.head = verb
    noun.head, noun.dep_ = verb, "dobj"
    subject.head, subject.dep_ = verb, "nsubj"


def _beside_perfect(verb: Token) -> None:
    """ "They are the work of a firm that has dealt in rumours, posted lies and sold ads": without a subject, and after a present tense,
    what looks like a past tense goes on a perfect."""
    over = verb.head
    if (
        verb.dep_ != "conj"
        or over.tag_ not in {"VBZ", "VBP"}
        or any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for c in verb.lefts)
    ):
        return
    perfects = [
        t for t in verb.doc[over.i + 1 : verb.i] if t.tag_ == "VBN" and any(c.lemma_ == "have" and c.dep_ == "aux" for c in t.lefts)
    ]
    last = perfects[-1] if perfects else verb
    if last.dep_ == "relcl" and verb.left_edge.i and verb.left_edge.nbor(-1).text == "," and not any(c.dep_ == "cc" for c in last.children):
        verb.head, verb.tag_ = last, "VBN"


def _name_before_span(span: Token) -> None:
    """ "Was bought by Halden Capital weeks before …": the name is no part of the time."""
    name = span.nbor(-1) if span.i else span
    after = span.nbor(1).lower_ if span.i + 1 < len(span.doc) else ""
    if name.pos_ != "PROPN" or name.dep_ != "compound" or name.head != span or after not in {"before", "after", "later", "earlier", "ago"}:
        return
    parts = [t for t in span.lefts if t.i < name.i]
    start = min([name.left_edge.i, *(t.left_edge.i for t in parts)])
    over = span.doc[start - 1] if start else span
    relation = "pobj" if over.pos_ == "ADP" else "dobj" if over.pos_ == "VERB" else ""
    if not relation or any(c.dep_ in {"pobj", "dobj"} and c != span for c in over.children):
        return
    for part in parts:
        part.head = name
    name.head, name.dep_ = over, relation


def _name_for_infinitive(name: Token) -> None:
    """ "Extended a loan to Tarnwind for its plant": an unknown name after "to" is no verb."""
    if name.tag_ != "VB" or not name.text.istitle() or not name.i or name.nbor(-1).text != "to" or name.nbor(-1).head != name:
        return
    if name.head == name or any(t.text.istitle() for t in name.doc[max(0, name.i - 3) : name.i - 1] if t.pos_ in {"VERB", "NOUN"}):
        return  # a headline's infinitive
    preposition = name.nbor(-1)
    preposition.head, preposition.dep_, preposition.pos_, preposition.tag_ = name.head, "prep", "ADP", "IN"
    name.head, name.dep_, name.pos_, name.tag_ = preposition, "pobj", "PROPN", "NNP"


def _name_for_verb(first: Token) -> None:
    """ "Rosalind Roe was named …": a given name at a sentence's start is no verb with a surname for its object."""
    if not first.is_sent_start or first.tag_ not in _VERBS or first.dep_ not in {"nsubj", "nsubjpass", "csubj", "csubjpass"}:
        return
    last = first.nbor(1) if first.i + 1 < len(first.doc) else first
    if last.head == first and last.pos_ == "PROPN" and last.dep_ in {"dobj", "nsubj", "oprd"}:
        relation = {"csubj": "nsubj", "csubjpass": "nsubjpass"}.get(first.dep_, first.dep_)
        _replace(first, last)
        last.dep_ = relation
        first.head, first.dep_, first.pos_, first.tag_ = last, "compound", "PROPN", "NNP"


def _compound_in_two(first: Token) -> None:
    """ "The stunt double of X", where each of the two nouns was taken for the whole."""
    if first.tag_ not in _COMMON or first.i + 1 >= len(first.doc):
        return
    last = first.nbor(1)
    twins = last.head == first.head and last.dep_ == first.dep_ == "attr"
    if last.tag_ in _COMMON and last.is_lower and first.is_lower and (twins or (last.head == first and last.dep_ == "appos")):
        _replace(first, last)
        first.head, first.dep_ = last, "compound"


def _verb_after_name(verb: Token) -> None:
    """ "Brandt charges that X paid Y": the sentence's second word before a that-clause, taken for a plural where there is no other verb."""
    name = verb.nbor(-1) if verb.i else verb
    if not name.is_sent_start or not name.text.istitle() or verb.tag_ != "NNS":  # these are quickly seen, so they come first
        return
    clause = next((c for c in verb.rights if c.dep_ == "acl" and any(m.lower_ == "that" and m.dep_ == "mark" for m in c.lefts)), None)
    if clause is None or verb.sent.root not in {name, verb}:
        return
    if verb.head == name:
        _replace(name, verb)
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBZ", verb.lower_.removesuffix("s")
    name.head, name.dep_, name.pos_, name.tag_ = verb, "nsubj", "PROPN", "NNP"
    clause.dep_ = "ccomp"


def _name_beside_kind(name: Token) -> None:
    """ "The donors of the campaign, Dana Roe and her wife": a name after a comma is none of the kind before it."""
    if name.dep_ != "conj":
        return
    kind = name.head
    over = kind.head.head if kind.dep_ == "pobj" and kind.head.lower_ == "of" else kind
    if over == kind or kind.tag_ not in _COMMON or over.tag_ != "NNS":
        return
    if name.left_edge.i and name.left_edge.nbor(-1).text == "," and not any(c.dep_ == "cc" and c.i < name.i for c in kind.children):
        name.head, name.dep_ = over, "dep"  # who the donors are, or one of a list of them


def _name_of_two_roles(name: Token) -> None:
    """ "The actress and activist Lena Roe is here": with one article and a verb in the singular, both nouns tell of the name."""
    if name.dep_ != "conj":
        return
    first = name.head
    if first.tag_ != "NN" or name.left_edge.i < 2 or first.i > name.i:
        return
    start, joint, verb = name.left_edge, name.left_edge.nbor(-1), first.head
    roles = [c for c in name.lefts if c.tag_ == "NN" and c.is_lower and c.dep_ == "compound"]
    if joint.lower_ != "and" or joint.head != first or not roles or start.dep_ in {"det", "poss"} or start.pos_ in {"DET", "PRON"}:
        return
    article = next((c.lower_ for c in first.lefts if c.dep_ == "det"), "")
    one = article in {"a", "an"} or first.dep_ == "appos" or verb.tag_ == "VBZ" or verb.lower_ == "was"
    if article and one and first.nbor(1) == joint:
        _replace(first, name)
        first.head, first.dep_ = name, "compound"
        joint.head = first


def _subject_behind(noun: Token) -> None:
    """ "As intriguing was the host Nils Roe": what stands behind a copula without a subject, and an adjective before it, is the subject."""
    if noun.dep_ != "attr":
        return
    copula = noun.head
    if copula.lemma_ != "be" or noun.i < copula.i or copula.is_sent_start:
        return
    if not any(c.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"} for c in copula.children) and copula.nbor(-1).tag_ == "JJ":
        noun.dep_ = "nsubj"


def _participle_for_noun(participle: Token) -> None:
    """ "A painting lent to X by Y": an irregular participle after its noun, which the tagger took for a noun of its own."""
    noun = participle.nbor(-1) if participle.i else participle
    lemma = _PARTICIPLES.get(participle.lower_)
    after = [c for c in participle.rights if c.dep_ in {"prep", "dative", "agent"}]
    if lemma is None or participle.tag_ not in {"NN", "NNP"} or noun.head != participle or noun.tag_ not in _COMMON or not after:
        return
    _replace(participle, noun)
    participle.head, participle.dep_, participle.pos_, participle.tag_, participle.lemma_ = noun, "acl", "VERB", "VBN", lemma
    for preposition in after:
        preposition.head = participle
        preposition.dep_ = "agent" if preposition.lower_ == "by" else preposition.dep_


def _speaker_for_apposition(speaker: Token) -> None:
    """ "X hired Y, a court in Z found": with no comma after it, what follows a comma is who speaks, and nothing that Y is."""
    named = speaker.head
    if speaker.dep_ != "appos" or named.i > speaker.i or speaker.right_edge.i + 1 >= len(speaker.doc):
        return
    inside = next((c for c in speaker.rights if c.dep_ in {"acl", "relcl"} and c.tag_ in _FINITE), None)
    start, verb = speaker.left_edge, inside or speaker.doc[speaker.right_edge.i + 1]
    if verb.tag_ not in _FINITE or verb.pos_ != "VERB" or not _ends_speech(verb):
        return
    if start.lower_ not in _OF_SPEAKERS or not start.i or start.nbor(-1).text != ",":
        return
    if verb == inside or (verb.dep_ in {"ROOT", "conj"} and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)):
        clause = verb.sent.root
        if verb != clause:
            verb.head, verb.dep_ = verb, "ROOT"
            clause.head, clause.dep_ = verb, "ccomp"
            for mark in [c for c in clause.rights if c.i > verb.i and c.dep_ == "punct"]:
                mark.head = verb
        speaker.head, speaker.dep_ = verb, "nsubj"
    elif named.head == verb and named.dep_ == "nsubj":
        before = named.left_edge.nbor(-1) if named.left_edge.i else named
        if before.dep_ in {"mark", "prep"} and before.i > before.sent.start and before.nbor(-1).pos_ in {"NOUN", "PROPN", "VERB"}:
            before.head, before.dep_ = before.nbor(-1), "prep"
            named.head, named.dep_ = before, "pobj"
        elif before.pos_ in {"NOUN", "ADJ"} and before.dep_ in {"dobj", "pobj", "attr"}:
            before.pos_, before.tag_ = "NOUN", "NN"
            named.head, named.dep_ = before, "appos"
        elif before.pos_ == "VERB" and before.head == verb and not any(c.dep_ == "dobj" for c in before.children):
            named.head, named.dep_ = before, "dobj"
        else:
            return
        speaker.head, speaker.dep_ = verb, "nsubj"


def _ends_speech(verb: Token) -> bool:
    """Whether a sentence ends with a verb, or with one that brings in speech and with when and how that was said."""
    if verb.i + 2 >= verb.sent.end:
        return True
    said = verb.lemma_.lower() in _SAID and verb.right_edge.i + 2 >= verb.sent.end
    return said and all(c.dep_ in {"prep", "npadvmod", "advmod", "punct", "dobj", "dative"} for c in verb.rights)


def _subject_for_apposition(noun: Token) -> None:
    """ "Taken in by X, the otter Pip shares a pool": what stands after a participle's comma and before a verb without a subject is that."""
    first, verb = noun.sent[0], noun.sent.root
    fronted = first.tag_ in {"VBN", "VBG"} and first.head == verb and first.dep_ in {"advcl", "csubj"} and first.i < noun.left_edge.i
    if not fronted or verb.i < noun.i or any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
        return
    between = noun.doc[noun.right_edge.i + 1 : verb.i]
    if noun.left_edge.nbor(-1).text != "," or any(t.pos_ not in {"AUX", "ADV", "PART"} for t in between):
        return
    first.dep_ = "advcl"
    noun.head, noun.dep_ = verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.lefts) else "nsubj"


def _replace(token: Token, by: Token) -> None:
    """Let a word take another's place in the tree, with all that hangs on it."""
    over, relation = token.head, token.dep_
    by.head, by.dep_ = (by if over == token else over), relation
    for child in [*token.children]:
        if child != by:
            child.head = by
