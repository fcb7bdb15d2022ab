"""Closed lists of English that the layers share: not the ontology's words, but the language's."""

PARTICLES = frozenset(
    "in out up down off over on away back apart together aside through around along forward ashore aboard overboard aground home".split()
)

PARTITIVES = frozenset(
    """thousands hundreds dozens scores millions billions number majority most many some several few all both half part one two three each
    none any lot lots plenty couple handful percent rest array host variety slew flurry raft string series litany bunch wave flood
    torrent amount amounts portion
    tonnes tons kilograms kilos litres liters gallons barrels bushels acres hectares boxes bags crates loads truckloads pairs""".split()
)

# Verbs that bring in someone's words; with what they imply of the content.
SAY = frozenset(
    """say tell add note explain state announce report write claim argue insist maintain testify recall declare reveal disclose confirm
    acknowledge admit concede believe think remark comment suggest warn predict estimate tweet post observe reply respond answer stress
    emphasize emphasise assert contend allege complain quip joke continue conclude describe detail show indicate read charge promise pledge
    vow boast demand ask question ponder reiterate repeat affirm assure inform recount mention hint imply opine shout exclaim find
    caution advise agree express underscore point_out lament muse""".split()
)
HELD = frozenset("think believe understand hold consider know find".split())
DENY = frozenset("deny dispute reject refute rebut contradict disavow disclaim repudiate".split())
DOUBT = frozenset("""doubt suspect fear allege question suggest speculate rumor wonder imagine guess suppose presume""".split())

# Verbs and nouns over a clause that make it a plan, or a mere possibility, or undo it.
PLAN = frozenset(
    """plan intend hope expect want aim agree promise pledge vow offer prepare decide propose seek threaten commit consider weigh mull
    wish ask urge aspire resolve undertake schedule set slate poise order require invite request instruct demand call need beg tell
    recommend encourage push press lobby""".split()
)
# Nouns of what is written or filed, whose participle is said of who does that: "filed suit challenging X".
FILED = frozenset(
    """suit lawsuit letter statement petition motion brief complaint resolution appeal order tweet memo email report challenge amendment
    editorial column article""".split()
)
# What one does with a document of somebody else's.
TAKES_UP = frozenset(
    """note cite quote mention read see hear find receive get obtain reject dismiss deny dispute review discuss question criticize
    criticise""".split()
)
# What is answered, asked or fought was there before.
ANSWERS = frozenset(
    """grant accept approve consider weigh heed ignore answer honor honour fulfil fulfill decline refuse back oppose convince persuade ask
    urge press lobby sue fight join""".split()
)
END = frozenset("end sever terminate cut".split())
DROP = frozenset("drop ditch withdraw cancel".split())
OCCUR = frozenset("happen occur come take materialize materialise proceed go exist eventuate result".split())
COLLAPSE = frozenset("collapse founder".split())
FALLEN = frozenset("through apart".split())  # with "fall": "revenue fell" is no failure
PLAN_OBJECTS = frozenset(
    """plan propose consider weigh mull seek want expect intend offer schedule pledge promise prepare contemplate envisage pencil slate
    arrange""".split()
)
PLAN_NOUNS = frozenset(
    """plan intention proposal offer bid promise pledge vow agreement deal decision effort goal hope commitment wish attempt desire
    move""".split()
)
UNDO = frozenset(
    """refuse decline fail deny refrain stop cease forget avoid neglect abandon cancel scrap prevent ban bar block forbid prohibit
    shelve halt miss pretend""".split()
)
POSSIBLE_VERBS = frozenset("seem appear suspect allege rumor believe presume speculate suppose tend accuse".split())
POSSIBLE_ADVERBS = frozenset(
    """allegedly reportedly possibly perhaps maybe apparently supposedly purportedly presumably probably likely potentially""".split()
)
POSSIBLE_ADJECTIVES = frozenset(
    """possible unclear uncertain likely unlikely doubtful alleged suspected presumed reported rumored rumoured potential unknown supposed
    purported apparent would-be""".split()
)
PLAN_ADJECTIVES = frozenset(
    """planned proposed prospective future upcoming expected intended forthcoming ready willing eager set due poised scheduled""".split()
)
# What somebody is fit for says nothing of what somebody is.
FITNESS = frozenset(
    "fit unfit qualified unqualified eligible ineligible suited unsuited worthy unworthy entitled competent incompetent".split()
)
NEARLY = frozenset("nearly almost hardly scarcely barely practically".split())
LIES = frozenset("lie myth fiction hoax fabrication falsehood invention".split())
# Nouns whose clause is somebody's word, not a fact; and what is done to such a word that undoes it.
REPORTED = frozenset(
    """rumor rumour speculation allegation idea notion premise theory hypothesis possibility chance prospect suggestion suspicion risk
    threat talk question claim accusation report story evidence charge truth indication complaint""".split()
)
WITHDRAW = frozenset("deny dismiss retract drop reject refute rebut correct withdraw debunk discredit disprove dispute quash".split())
CLEARED = frozenset("clear acquit exonerate absolve".split())
PHRASAL_UNDO = frozenset(
    {("rule", "out"), ("call", "off"), ("turn", "down"), ("hold", "off"), ("vote", "down"), ("back", "out"), ("shoot", "down")}
)
MAKE_BELIEVE = frozenset("joke dream fantasize fantasise pretend quip imagine".split())
FICTION = frozenset("novel film movie drama sitcom episode comedy thriller".split())
ON_PAPER = frozenset("proposal plan deal bill agreement measure scheme offer terms".split())
CONCLUDED = frozenset("deal agreement scheme terms".split())
OPPOSED = frozenset("oppose review examine scrutinize scrutinise challenge criticize criticise delay".split())
APPROVED = frozenset("approve clear recommend".split())
UNDONE = frozenset(
    """false untrue bogus nonexistent failed unsuccessful aborted abortive abandoned scrapped cancelled canceled blocked rejected
    collapsed""".split()
)
MAY = frozenset("may might could".split())
OUGHT = frozenset("can ca should must ought".split())  # what is allowed or owed
WILL = frozenset("will shall would 'll ’ll wo ca going".split())
UNTIL = frozenset("until till before after once".split())  # with the present tense these tell what is ahead: "after she leaves office"
CONDITIONS = frozenset("if unless whether provided".split())
INSTALL = frozenset("name appoint elect nominate make install designate choose pick select crown".split())
FORMER = frozenset("former ex then-former one-time onetime erstwhile past ex- previous".split())
INCOMING = frozenset("incoming designate elect".split())
TOGETHER = frozenset("together jointly collectively combined joint collective aggregate total".split())
RULINGS = frozenset("grant deny reject uphold overturn dismiss approve affirm acquit".split())
TWO = frozenset({"two", "both"})
NEGATIONS = frozenset("not n't n’t never no neither nor hardly without nobody none".split())

RELATIVES = frozenset("who whom which that whose where when".split())
FIRST_PERSON = frozenset("i me my mine we us our ours myself ourselves".split())
PRONOUNS = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
    "it": "it", "its": "it", "itself": "it",
    "they": "they", "them": "they", "their": "they", "theirs": "they", "themselves": "they",
    "i": "i", "me": "i", "my": "i", "mine": "i", "myself": "i",
    "we": "we", "us": "we", "our": "we", "ours": "we", "ourselves": "we",
}  # fmt: skip
OPEN_QUOTES, CLOSE_QUOTES = frozenset({"“", '"', "«", "``", "''"}), frozenset({"”", '"', "»", "''"})
