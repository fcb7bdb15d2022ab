"""Short news articles, drawn from word lists by a seed, that tell one chain of dealings.

The chain: a client contracted a vendor, the vendor hired a firm, the firm operates in a place. Each step is a paragraph of
its own, in one of six constructions, no two steps of an article in the same. A broken telling is the same article with one
of the steps denied or only planned.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal, NamedTuple

Break = Literal["denied", "planned"]


@dataclass(frozen=True)
class Telling:
    """An article, the four names of its chain in order, and the step (0..2) that it denies or only plans, if any."""

    text: str
    chain: tuple[str, str, str, str]
    broken: tuple[int, Break] | None


class Frame(NamedTuple):
    """One way to state a step, and its counterparts that deny and plan it. A bar separates sentences.

    Slots: `a` does the step to `b`; `at` is the place with its preposition; `w` is the wording; `a_does` and `b_does` are
    neutral predicates; `detail`, `when`, `soon`, `year` and `source` round the sentence off.
    """

    affirmed: str
    denied: str
    planned: str


class Verb(NamedTuple):
    """A verb; `tail` is what follows its object. `finite` is the past for a deal, the present for a state of affairs."""

    base: str
    finite: str
    part: str
    ger: str
    tail: str = ""


class Noun(NamedTuple):
    """A noun that names a step, with the preposition before its object; `tail` follows the object, `has` and `be` agree with it."""

    head: str
    tail: str = ""
    has: str = "has"
    be: str = "is"


class Activity(NamedTuple):
    """What a firm carries on somewhere, and the participle that says so in the passive."""

    things: str
    part: str


class Construction(NamedTuple):
    """Frames and the wordings that fit every one of them; a plain string is an apposition, `m` marks where it is negated or put off."""

    frames: Sequence[Frame]
    words: Sequence[Verb | Noun | Activity | str]


@dataclass(frozen=True)
class Party:
    """A client, vendor or firm; `generic` is the plain noun for it, `trade` what a company does."""

    name: str
    generic: str = "company"
    trade: str = ""
    article: str = ""

    def __str__(self) -> str:
        """The name as it stands inside a sentence."""
        return self.article + self.name

    @property
    def own(self) -> str:
        """The possessive, in the wire services' style."""
        return f"{self}'" if self.name.endswith("s") else f"{self}'s"

    @property
    def kind(self) -> str:
        """The trade with its indefinite article."""
        return f"{'an' if self.trade[0] in 'aeiou' else 'a'} {self.trade}"

    @property
    def head(self) -> str:
        """The last word of the trade: a polling firm is "the firm"."""
        return self.trade.split()[-1]


SURNAMES = [
    "Harlow", "Pruitt-Dane", "Okonjo", "Vasquela", "Lindqvist", "Tarrant", "Belcourt", "Moxley", "Castellane", "Ruddock", "Haverty",
    "Quillan", "Osterhaus", "Pellham", "Drummick", "Fairbourne", "Sandoval-Reyes", "Whitlow", "Kessenich", "Abernall", "Corrado",
    "Thistlewood", "Nakamori", "Brandvold", "Delacorte", "Ingersby", "Marchetti-Lowe", "Penhallow", "Rostow", "Underhay", "Varnado",
    "Yarborne", "Zellick", "Escovedo", "Greaves", "Hollenbach", "Jessup-Park", "Kirwan", "Lathrop", "Mbekwe", "Norcross", "Ottley",
]  # fmt: skip

CLIENTS = [  # name, plain noun
    ("city of Dayton", "city"), ("city of Fresno", "city"), ("city of Spokane", "city"), ("city of Chattanooga", "city"),
    ("Ghanaian Health Ministry", "ministry"), ("Estonian Interior Ministry", "ministry"), ("Chilean Labor Ministry", "ministry"),
    ("Tri-Valley Transit Authority", "authority"), ("Lakeshore Water District", "district"),
    ("Midlands Housing Agency", "agency"), ("Office of Rural Broadband", "agency"), ("Larkspur Foundation", "charity"),
    ("Open Pantry Fund", "charity"), ("Children's Lantern Trust", "charity"),
]  # fmt: skip

COMPANIES = [
    "Brightline Resources", "Procyon Services", "Halden Inc.", "Corvantis", "Ninefold Systems", "Ostrea Group", "Tallgrass Partners",
    "Veridell", "Kestrel & Boone", "Marrowstone Inc.", "Pinetop Solutions", "Quorra", "Redferne Associates", "Saltmarsh Group",
    "Trivane Systems", "Umberly", "Wexcombe Holdings", "Zephyrine", "Alderpoint", "Bluecask", "Copperlane Inc.", "Dovetrail",
    "Elmhurst Vale", "Fennimore Strategies", "Gristmill Group", "Highmoor", "Ironquay Services", "Juniper Row", "Kilbrae Systems",
    "Lodestar Nine", "Mistral Ridge Inc.", "Northgale", "Oakhollow Group", "Palisander", "Quickfern Inc.", "Rookwell Brothers",
    "Stonebriar Works", "Tidewell", "Ultrane Inc.", "Vantry Global", "Willowmere", "Yellowtail Resources",
]  # fmt: skip

VENDOR_TRADES = [
    "polling firm", "data-analytics company", "telemarketing company", "direct-mail shop", "voter-outreach firm",
    "fundraising consultancy", "public-relations agency", "software vendor", "market-research firm", "event-planning company",
    "advertising agency", "information-technology consultancy", "procurement adviser",
]  # fmt: skip
FIRM_TRADES = [
    "call-center operator", "staffing agency", "logistics contractor", "security contractor", "cleaning contractor",
    "catering company", "freight forwarder", "cargo handler", "trucking company", "waste hauler", "laundry company",
    "medical-billing company", "transcription company", "industrial recycler", "employment agency",
]  # fmt: skip

PLACES = [
    "in Nevada county jails", "in Oklahoma state prisons", "in Georgia prisons", "in Arizona detention centers",
    "in prisons in Alabama", "in jails in Louisiana", "in federal prisons in Kentucky", "in Ohio warehouses",
    "in warehouses in Tennessee", "in Kansas meatpacking plants", "in factories in Honduras", "in Kenyan hospitals",
    "in public hospitals in Mississippi", "in Iowa nursing homes", "in Montana mines", "in shelters in El Paso",
    "at the Port of Savannah", "at the Port of Baltimore", "at the Port of Mombasa", "at Memphis International Airport",
    "in the Port of Rotterdam", "in the Mississippi Delta", "in the Texas Panhandle", "in the Central Valley",
    "in Idaho", "in New Mexico", "in Jamaica", "in the Philippines", "in Manila", "in Bangladesh", "in Guatemala", "in Tulsa",
]  # fmt: skip

HEADLINES = [
    "Paper trail draws new scrutiny to outsourcing", "A closer look at who does the work", "Behind the invoices, a little-known industry",
    "Records shed light on an opaque industry", "Following the money in outside services", "Disclosure rules face a new test",
]  # fmt: skip
FILLERS = [
    "Outsourcing has become common over the past decade.", "Lawmakers in several states have debated stricter disclosure rules.",
    "Labor groups have long called for more openness across the industry.", "Hearings on procurement rules are scheduled for next month.",
    "Analysts expect the market for outside services to keep growing.", "Budget experts say invoices rarely tell the whole story.",
]  # fmt: skip
COMPANY_DOES = [
    "is privately held", "keeps a low public profile", "has reported record revenue", "recently redesigned its website",
    "is little known outside its field", "rarely speaks to reporters",
]  # fmt: skip
CLIENT_DOES = ["posts its spending records online", "publishes its accounts every quarter", "has faced questions about its budget"]
DETAILS = ["with about 60 employees", "founded in 1998", "with a reputation for speed", "with a small back office", "run by two cousins"]
WHEN = ["last year", "in March", "two years ago", "last spring", "in 2022"]
SOON = ["next year", "early next year", "next spring", "next month", "in the coming months"]
YEARS = ["2012", "2014", "2015", "2017", "2019"]
SOURCES = ["", "", "", ", according to court filings", ", public records show", ", according to spending records"]

PASSIVE = [
    Frame("{b} was {w.part}{w.tail} by {a} {when}{source}.", "{b} was never {w.part}{w.tail} by {a}.",
          "{b} will be {w.part}{w.tail} by {a} {soon}."),
    Frame("{b}, {b.kind}, was {w.part}{w.tail} by {a} {when}{source}.", "{b}, {b.kind}, was not {w.part}{w.tail} by {a}.",
          "{b}, {b.kind}, is to be {w.part}{w.tail} by {a} {soon}."),
    Frame("{when}, {b} was {w.part}{w.tail} by {a}{source}.", "at no time was {b} {w.part}{w.tail} by {a}.",
          "{soon}, {b} is due to be {w.part}{w.tail} by {a}."),
]  # fmt: skip
RELATIVE = [
    Frame("{a}, which {w.finite} {b}{w.tail} {when}, {a_does}.", "{a}, which never {w.finite} {b}{w.tail}, {a_does}.",
          "{a}, which plans to {w.base} {b}{w.tail} {soon}, {a_does}."),
    Frame("{b}, which {a} {w.finite}{w.tail} {when}, {b_does}.", "{b}, which {a} denied {w.ger}{w.tail}, {b_does}.",
          "{b}, which {a} has agreed to {w.base}{w.tail} {soon}, {b_does}."),
    Frame("court documents describe {b}, {b.kind} that {a} {w.finite}{w.tail} {when}.",
          "court documents describe {b}, {b.kind} that {a} did not {w.base}{w.tail}.",
          "court documents describe {b}, {b.kind} that {a} will {w.base}{w.tail} {soon}."),
]  # fmt: skip
PARTICIPLE = [
    Frame("{b}, {w.part}{w.tail} by {a} {when}, {b_does}.", "{b}, never {w.part}{w.tail} by {a}, {b_does}.",
          "{b}, set to be {w.part}{w.tail} by {a} {soon}, {b_does}."),
    Frame("{w.part}{w.tail} by {a} {when}, {b} {b_does}.", "never {w.part}{w.tail} by {a}, {b} {b_does}.",
          "due to be {w.part}{w.tail} by {a} {soon}, {b} {b_does}."),
    Frame("the {b.trade} {w.part}{w.tail} by {a} {when} was {b}{source}.", "the {b.trade} {w.part}{w.tail} by {a} {when} was not {b}.",
          "the {b.trade} to be {w.part}{w.tail} by {a} {soon} is {b}."),
]  # fmt: skip
APPOSITION = [
    Frame(line, line, line) for line in ("{b}, {w}, {b_does}.", "little has been written about {b}, {w}.")
]  # fmt: skip
TWO_SENTENCES = [
    Frame("{b} is {b.kind} {detail}.|the {b.head} was {w.part}{w.tail} by {a} {when}{source}.",
          "{b} is {b.kind} {detail}.|the {b.head} was never {w.part}{w.tail} by {a}.",
          "{b} is {b.kind} {detail}.|the {b.head} will be {w.part}{w.tail} by {a} {soon}."),
    Frame("{b} is {b.kind} {detail}.|{a} {w.finite} it{w.tail} {when}{source}.",
          "{b} is {b.kind} {detail}.|{a} denied {w.ger} it{w.tail}.",
          "{b} is {b.kind} {detail}.|{a} plans to {w.base} it{w.tail} {soon}."),
    Frame("{a} {a_does}.|it {w.finite} {b}{w.tail} {when}{source}.", "{a} {a_does}.|it did not {w.base} {b}{w.tail}.",
          "{a} {a_does}.|it will {w.base} {b}{w.tail} {soon}."),
    Frame("{a} {a_does}.|the {a.generic} {w.finite} {b}{w.tail} {when}{source}.",
          "{a} {a_does}.|the {a.generic} never {w.finite} {b}{w.tail}.",
          "{a} {a_does}.|the {a.generic} has agreed to {w.base} {b}{w.tail} {soon}."),
]  # fmt: skip

CONTRACT_VERBS = [
    Verb("contract", "contracted", "contracted", "contracting"), Verb("engage", "engaged", "engaged", "engaging", " under contract"),
    Verb("award", "awarded", "awarded", "awarding", " a contract"), Verb("put", "put", "put", "putting", " under contract"),
    Verb("sign", "signed", "signed", "signing", " to a one-year contract"), Verb("give", "gave", "given", "giving", " a contract"),
    Verb("commission", "commissioned", "commissioned", "commissioning", " under a services contract"),
    Verb("retain", "retained", "retained", "retaining", " on a fixed contract"),
]  # fmt: skip
HIRE_VERBS = [
    Verb("hire", "hired", "hired", "hiring"), Verb("take", "took", "taken", "taking", " on"),
    Verb("enlist", "enlisted", "enlisted", "enlisting"), Verb("bring", "brought", "brought", "bringing", " on board"),
    Verb("recruit", "recruited", "recruited", "recruiting"), Verb("employ", "employed", "employed", "employing"),
    Verb("retain", "retained", "retained", "retaining"),
]  # fmt: skip
OPERATE_VERBS = [
    Verb("operate", "operates", "operated", "operating"), Verb("work", "works", "worked", "working"),
    Verb("do business", "does business", "done business", "doing business"),
    Verb("run operations", "runs operations", "run operations", "running operations"),
    Verb("carry out work", "carries out work", "carried out work", "carrying out work"),
    Verb("conduct business", "conducts business", "conducted business", "conducting business"),
    Verb("field crews", "fields crews", "fielded crews", "fielding crews"),
]  # fmt: skip

CONTRACTED = {
    "passive": Construction(PASSIVE, CONTRACT_VERBS),
    "relative clause": Construction(RELATIVE, CONTRACT_VERBS),
    "participle": Construction(PARTICIPLE, CONTRACT_VERBS),
    "nominal": Construction([
        Frame("{a.own} {w.head} {b}{w.tail} drew little notice {when}.", "{a.own} {w.head} {b}{w.tail} never came about.",
              "{a.own} planned {w.head} {b}{w.tail} is due {soon}."),
        Frame("court documents confirm {a.own} {w.head} {b}{w.tail}.", "{a} denied any {w.head} {b}{w.tail}.",
              "court documents mention {a.own} planned {w.head} {b}{w.tail}."),
    ], [
        Noun("contract with"), Noun("services contract with"), Noun("outsourcing contract with"), Noun("contracting of"),
        Noun("award of a contract to"), Noun("engagement of", " under contract"), Noun("commissioning of", " under contract"),
    ]),
    "apposition": Construction(APPOSITION, [
        "{m}a contractor for {a}", "{m}{a.own} outside contractor", "{b.kind} {m}under contract to {a}",
        "{m}the holder of a contract from {a}", "{m}the winner of a contract from {a}", "{m}a contract vendor for {a}",
    ]),
    "two sentences": Construction(TWO_SENTENCES, CONTRACT_VERBS),
}  # fmt: skip
HIRED = {
    "passive": Construction(PASSIVE, HIRE_VERBS),
    "relative clause": Construction(RELATIVE, HIRE_VERBS),
    "participle": Construction(PARTICIPLE, HIRE_VERBS),
    "nominal": Construction([
        Frame("{a.own} {w.head} {b} drew little notice {when}.", "{a.own} {w.head} {b} never came about.",
              "{a.own} planned {w.head} {b} is due {soon}."),
        Frame("the {w.head} {b} by {a} was made public {when}{source}.", "{a} denied the {w.head} {b}.",
              "the planned {w.head} {b} by {a} is due {soon}."),
    ], [
        Noun("hiring of"), Noun("hire of"), Noun("recruitment of"), Noun("recruiting of"), Noun("employment of"), Noun("enlistment of"),
    ]),
    "apposition": Construction(APPOSITION, [
        "{b.kind} {m}in the employ of {a}", "{b.kind} {m}on {a.own} payroll", "{b.kind} {m}in the service of {a}", "{m}a hire of {a}",
        "{m}a recruit of {a}", "{m}{a.own} hired {b.trade}",
    ]),
    "two sentences": Construction(TWO_SENTENCES, HIRE_VERBS),
}  # fmt: skip
OPERATES_IN = {
    "passive": Construction([
        Frame("{w.things} {at} are {w.part} by {a}{source}.", "no {w.things} {at} are {w.part} by {a}.",
              "{w.things} {at} will be {w.part} by {a} {soon}."),
        Frame("several {w.things} {at} are {w.part} by {a}, {a.kind}.", "no {w.things} {at} have ever been {w.part} by {a}, {a.kind}.",
              "several {w.things} {at} are to be {w.part} {soon} by {a}, {a.kind}."),
    ], [
        Activity("work crews", "run"), Activity("work sites", "operated"), Activity("field operations", "conducted"),
        Activity("work programs", "managed"), Activity("service desks", "staffed"), Activity("support services", "provided"),
    ]),
    "relative clause": Construction([
        Frame("{a}, which {w.finite} {at}, {a_does}.", "{a}, which does not {w.base} {at}, {a_does}.",
              "{a}, which plans to {w.base} {at} {soon}, {a_does}."),
        Frame("court documents describe {a}, {a.kind} that {w.finite} {at}.",
              "court documents describe {a}, {a.kind} that has never {w.part} {at}.",
              "court documents describe {a}, {a.kind} that will {w.base} {at} {soon}."),
    ], OPERATE_VERBS),
    "participle": Construction([
        Frame("{a}, {w.ger} {at} since {year}, {a_does}.", "{a}, never having {w.part} {at}, {a_does}.",
              "{a}, planning to {w.base} {at} {soon}, {a_does}."),
        Frame("{w.ger} {at} since {year}, {a} {a_does}.", "never having {w.part} {at}, {a} {a_does}.",
              "preparing to {w.base} {at} {soon}, {a} {a_does}."),
        Frame("the {a.trade} {w.ger} {at} is {a}{source}.", "the {a.trade} {w.ger} {at} is not {a}.",
              "the {a.trade} expected to {w.base} {at} {soon} is {a}."),
    ], OPERATE_VERBS),
    "nominal": Construction([
        Frame("{a.own} {w.head} {at} {w.has} grown since {year}{source}.", "{a} has never had any {w.head} {at}.",
              "{a.own} planned {w.head} {at} {w.be} to begin {soon}."),
        Frame("court documents describe {a.own} {w.head} {at}.", "{a} denied any {w.head} {at}.",
              "court documents describe {a.own} planned {w.head} {at}."),
    ], [
        Noun("operations", has="have", be="are"), Noun("work"), Noun("business"), Noun("activities", has="have", be="are"),
        Noun("presence"), Noun("field operations", has="have", be="are"),
    ]),
    "apposition": Construction([
        Frame(line, line, line) for line in ("{a}, {w}, {a_does}.", "little has been written about {a}, {w}.")
    ], [
        "{a.kind} {m}active {at}", "{a.kind} {m}at work {at}", "{a.kind} {m}in business {at}", "{a.kind} {m}doing work {at}",
        "{m}a presence {at}", "{m}an operator {at}",
    ]),
    "two sentences": Construction([
        Frame("{a} is {a.kind} {detail}.|it {w.finite} {at}{source}.", "{a} is {a.kind} {detail}.|it does not {w.base} {at}.",
              "{a} is {a.kind} {detail}.|it plans to {w.base} {at} {soon}."),
        Frame("{a} is {a.kind} {detail}.|the {a.head} {w.finite} {at}{source}.",
              "{a} is {a.kind} {detail}.|the {a.head} has never {w.part} {at}.",
              "{a} is {a.kind} {detail}.|the {a.head} will {w.base} {at} {soon}."),
        Frame("{a} {a_does}.|the company {w.finite} {at}{source}.", "{a} {a_does}.|the company denied {w.ger} {at}.",
              "{a} {a_does}.|the company has agreed to {w.base} {at} {soon}."),
    ], OPERATE_VERBS),
}  # fmt: skip
STEPS: tuple[Mapping[str, Construction], ...] = (CONTRACTED, HIRED, OPERATES_IN)
MARKERS = {"affirmed": "", "denied": "never ", "planned": "soon to be "}


def tell(seed: int) -> Telling:
    """The article that the seed draws, every step of its chain affirmed."""
    return _write(Random(seed), None)


def tell_broken(seed: int) -> Telling:
    """The same article as `tell(seed)`, but for one step that it denies or only plans."""
    choice = Random(f"broken {seed}")
    kinds: tuple[Break, Break] = ("denied", "planned")
    return _write(Random(seed), (choice.randrange(len(STEPS)), choice.choice(kinds)))


def _write(rng: Random, broken: tuple[int, Break] | None) -> Telling:
    """Draw an article; the draws do not depend on `broken`, so that only the broken step can differ."""
    client, vendor, firm = _cast(rng)
    at = rng.choice(PLACES)
    company_does = rng.sample(COMPANY_DOES, len(STEPS))
    details = rng.sample(DETAILS, len(STEPS))
    constructions = rng.sample(list(CONTRACTED), len(STEPS))
    steps = []
    for index, (a, b) in enumerate([(client, vendor), (vendor, firm), (firm, firm)]):
        construction = STEPS[index][constructions[index]]
        kind = broken[1] if broken and broken[0] == index else "affirmed"
        frame, word = rng.choice(construction.frames), rng.choice(construction.words)
        slots: dict[str, object] = {
            "a": a, "b": b, "at": at, "m": MARKERS[kind], "when": rng.choice(WHEN), "soon": rng.choice(SOON), "year": rng.choice(YEARS),
            "source": rng.choice(SOURCES), "a_does": rng.choice(CLIENT_DOES) if a is client else company_does[index],
            "b_does": company_does[index], "detail": details[index],
        }  # fmt: skip
        slots["w"] = word.format(**slots) if isinstance(word, str) else word
        steps.append(_sentences(str(getattr(frame, kind)).format(**slots)))
    if rng.random() < 0.25:
        steps.reverse()
    before, between = rng.sample(FILLERS, 2)
    paragraphs = [rng.choice(HEADLINES), *rng.choice([[steps[0], before, *steps[1:], between], [before, *steps[:2], between, steps[2]]])]
    place = at.split(" ", 1)[1].removeprefix("the ")
    return Telling("\n\n".join(paragraphs) + "\n", (client.name, vendor.name, firm.name, place), broken)


def _cast(rng: Random) -> tuple[Party, Party, Party]:
    """Draw a client, a vendor and a firm; the two companies' trades do not share the noun a description would use."""
    campaign = (f"{rng.choice(SURNAMES)} campaign", "campaign")
    name, generic = rng.choice([campaign, rng.choice(CLIENTS)])
    vendor_name, firm_name = rng.sample(COMPANIES, 2)
    vendor = Party(vendor_name, trade=rng.choice(VENDOR_TRADES))
    trades = [trade for trade in FIRM_TRADES if trade.split()[-1] != vendor.head]
    return Party(name, generic, article="the "), vendor, Party(firm_name, trade=rng.choice(trades))


def _sentences(draft: str) -> str:
    """Capitalise each sentence of a draft; a name that ends in a full stop also ends its sentence."""
    return " ".join(part[0].upper() + part[1:] for part in draft.split("|")).replace("..", ".")
