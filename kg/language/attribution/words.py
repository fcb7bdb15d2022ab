"""The verbs that bring in what somebody says, thinks, wants or judges, as closed lists by the complement that holds it (after Levin).

A verb stands in the list of each complement that it takes, in its lemma, a phrasal verb with its particle ("point out").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.language.annotations import Stance
from kg.language.lexicon import DENY, DOUBT, SAY
from kg.language.tokens import Token

# -- a clause, or words in quotation marks ----------------------------------------------------------------------------------------------

_SAID = (SAY - {"believe", "think", "find", "muse"}) | frozenset(
    """acknowledge admonish affirm allege announce answer applaud ask assert assure attest aver avow bark beam bemoan blare blog blurt
    brag broadcast caution certify chant charge chide chime_in chuckle circulate cite clarify comment complain conclude confess
    confide conjecture contend convey counter crack cry cry_out deadpan decree decry deduce demonstrate detail determine dictate
    disclose document elaborate email exclaim exult figure_out forecast fret fume gloat go_on grouse growl grumble gush highlight
    hypothesize illustrate insinuate instruct interject interrupt interview intimate intone jest lament lay_out lecture lie mandate
    message moan mumble murmur mutter narrate notify opine outline phone plead point point_out posit post preach predicate press
    press_on proclaim profess project pronounce prophesy propound protest prove publish rant rave read reaffirm rebut recite recount
    rejoin relate relay remind reply report retort retweet rhapsodize rule rule_out say scoff scold scream share shoot shoot_back
    sigh signal snap sneer specify spell spell_out stipulate stutter submit surmise swear teach telegraph testify text theorize
    threaten thunder tout trumpet tweet underline urge vent verify volunteer vouch wail whine whisper write yell""".split()
)
_THOUGHT = frozenset(
    """anticipate assume believe conceive concur contemplate decide deem doubt envision expect fear feel figure foresee fret gather
    guess hold imagine infer interpret judge muse ponder predict presume reason reckon resent speculate suppose suspect think wonder
    worry""".split()
)
_KNOWN = frozenset("discover forget grasp know learn notice realise realize recognise recognize regret remember understand".split())
_FOUND = frozenset("calculate find".split())
_WISHED = frozenset("command desire direct forbid hope insist_on order request require wish".split())

_CLAUSE: Mapping[Stance, frozenset[str]] = {
    "speech": _SAID | DENY | _FOUND,
    "thought": (_THOUGHT | DOUBT) - _SAID,
    "knowledge": _KNOWN,
    "wish": _WISHED,
}

# -- an infinitive ----------------------------------------------------------------------------------------------------------------------

_INFINITIVE: Mapping[Stance, frozenset[str]] = {
    "speech": frozenset("allude claim profess say".split()),
    "wish": frozenset(
        """advise agree aim ask aspire authorize beg beseech cajole call call_on caution challenge coax command consent convince counsel
    crave decide decline demand desire determine dread elect encourage entreat exhort expect figure_out forget hate hesitate hope
    implore instruct intend invite like loathe lobby long look love mean offer opt order persuade plan plead pledge plot prefer
    press press_on pressure promise propose push refuse request resolve seek sign_on sign_up strive swear tell tempt threaten
    undertake urge vie volunteer vote vow want warn wish yearn""".split()
    ),
}

# -- a gerund ---------------------------------------------------------------------------------------------------------------------------

_GERUND: Mapping[Stance, frozenset[str]] = {
    "speech": frozenset("acknowledge admit deny describe find mention note recall report say show suggest tweet".split()),
    "thought": frozenset("consider contemplate envision imagine".split()),
    "wish": frozenset("advocate condemn discuss endorse enjoy favor favour mull oppose propose recommend resent rule_out support".split()),
    "knowledge": frozenset("regret remember".split()),
}

# -- an object --------------------------------------------------------------------------------------------------------------------------

_OBJECT: Mapping[Stance, frozenset[str]] = {
    "speech": frozenset("accuse deny disavow dispute rebut refute repudiate say".split()),
    "attitude": frozenset(
        """abhor accept acknowledge address admire admit admonish adore advocate allege announce answer applaud appoint approve
    argue articulate ask assail assert attack attribute back bash believe belittle bemoan berate blame blast blast_out boo brand
    bring_up broadcast brush_aside brush_off call call_out caricature castigate chant characterise characterize chastise cherish
    chide chronicle circulate cite claim commend compare concede condemn condone confirm congratulate consider contemplate contest
    contradict crave credit criticise criticize declare decline decree decry deem defend demand demean demonize denigrate denounce
    deplore deride describe despise detest disclose discount discuss dislike dismiss disparage disregard distance document doubt
    downplay dress_down echo email emphasise emphasize endorse envision envy estimate eulogize evince excoriate excuse expect
    explain expose express extol fault favor favour fear float forecast foresee foreshadow forgive glorify hail harangue hate heckle
    herald highlight ignore imagine insult introduce invoke issue justify lambast lambaste lament lampoon laud lay_off lay_out liken
    list love malign mention mock mourn mull mull_over name note offer offer_up oppose order outline pan paraphrase play_down
    point_out portray post praise preach predict prefer proclaim profess prohibit promise promote pronounce propose put_forward
    question rap rattle_off reassure rebuff rebuke recall recite recognise recognize recommend recount reference refuse regard
    reiterate reject release relish remember remind renounce repeat report reprimand repudiate rescind resent resist restate retract
    retweet reveal revile ridicule rule_out satirize savage scold scorn seek share show single_out sketch_out skewer slam slander
    slap smear spell_out spurn state stress strike_down suggest sum_up support talk_up taunt thank tick_off tout trash trumpet tweet
    tweet_out underline underscore understand unveil upbraid urge veto vilify voice vouch vow want warn welcome withdraw witness
    write""".split()
    ),
}

# -- an object and what is said of it ---------------------------------------------------------------------------------------------------

_PREDICATE: Mapping[Stance, frozenset[str]] = {
    "speech": frozenset("brand call chant declare dub label nickname plead pronounce rate say shout style term write".split()),
    "thought": frozenset("consider deem find judge".split()),
    "attitude": frozenset("appoint name vote".split()),
}
_BARE: Mapping[Stance, frozenset[str]] = {"speech": frozenset("add ask chant conclude exclaim read say shout tweet write".split())}
_OBJECT_AS: Mapping[Stance, frozenset[str]] = {
    "speech": frozenset("cast characterise characterize cite denounce depict deride describe dismiss portray present quote".split()),
    "thought": frozenset("perceive regard see view".split()),
    "attitude": frozenset("bill condemn define dismiss frame hail mark paint pitch position rank".split()),
}
_OBJECT_WITH: Mapping[Stance, frozenset[str]] = {"speech": frozenset("credit find show".split())}
_OBJECT_OF: Mapping[Stance, frozenset[str]] = {"speech": frozenset("accuse".split()), "attitude": frozenset("inform remind warn".split())}
_OBJECT_FOR: Mapping[Stance, frozenset[str]] = {"attitude": frozenset("back hit press push rip take".split())}
_OBJECT_ABOUT: Mapping[Stance, frozenset[str]] = {"attitude": frozenset("question remind tell warn".split())}
_OBJECT_INFINITIVE: Mapping[Stance, frozenset[str]] = {"wish": _INFINITIVE["wish"] | {"hire", "nominate"}}

# -- a preposition ----------------------------------------------------------------------------------------------------------------------

_PREPOSITIONS: Mapping[str, str] = {
    "about": """ask boast brag comment complain feel fret gush hear inquire joke lecture lie muse open_up post quip rant rave
        reminisce report speak speak_out speculate talk tease tell testify think tweet vent warn wonder worry write""",
    "on": """agree cast comment disagree double_down elaborate expand focus insist opine push remark riff sound_off touch weigh_in
        zero_in""",
    "to": """acquiesce admit agree allude attribute compare confess consent liken nod nominate object pledge point refer reply
        respond swear""",
    "for": """advocate apologise apologize argue ask call campaign cheer hope lobby opt plead pray press push root vote vouch wish
        yearn""",
    "of": "accuse approve boast complain conceive despair disapprove dream learn speak talk warn",
    "with": "agree concur disagree empathize show side sympathise sympathize take_issue",
    "at": "balk bristle hint lash_out laugh marvel rail scoff sneer",
    "against": "argue campaign caution come_out defend inveigh lobby opine protest push rail rant speak_out testify vote warn",
    "in": "believe",
    "by": "stand",
    "upon": "expand remark",
}


def _table() -> dict[str, dict[str, Stance]]:
    """Verb → complement → how its content is meant; of two stances the first listed counts."""
    found: dict[str, dict[str, Stance]] = {}
    by_complement: Iterable[tuple[str, Mapping[Stance, frozenset[str]]]] = (
        ("clause", _CLAUSE),
        ("infinitive", _INFINITIVE),
        ("ing", _GERUND),
        ("object", _OBJECT),
        ("predicate", _PREDICATE),
        ("bare", _BARE),
        ("object as", _OBJECT_AS),
        ("object with", _OBJECT_WITH),
        ("object of", _OBJECT_OF),
        ("object for", _OBJECT_FOR),
        ("object about", _OBJECT_ABOUT),
        ("object infinitive", _OBJECT_INFINITIVE),
    )
    for name, stances in by_complement:
        for stance, verbs in stances.items():
            for verb in verbs:
                found.setdefault(verb.replace("_", " "), {}).setdefault(name, stance)
    for name, verbs_of in _PREPOSITIONS.items():
        for verb in verbs_of.split():
            found.setdefault(verb.replace("_", " "), {}).setdefault(name, "attitude")
    return found


VERBS: Mapping[str, Mapping[str, Stance]] = _table()
"""Verb → complement (as `complements` names them) → how the content is meant."""
SPEAK = frozenset(verb for verb, takes in VERBS.items() if takes.get("clause") == "speech")
"""Verbs that words in quotation marks can hang on."""
_MISREAD = {"hop": "hope", "rat": "rate", "hat": "hate", "retweete": "retweet"}  # what the lemmatiser makes of "hoping", "rated" …


def lemma_of(verb: Token) -> str:
    """A verb's lemma, as the lists have it."""
    lemma = verb.lemma_.lower()
    return _MISREAD.get(lemma, lemma)
