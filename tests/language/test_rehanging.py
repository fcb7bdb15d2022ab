"""What the parser hangs wrongly by habit, and what runs together: the propositions that come out."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.language.annotations import Mention, Proposition, read


@pytest.mark.parametrize(
    ("text", "lemma", "wanted"),
    [
        ("Dana Marsh was not the stunt double of Lena Roe.", "double", {("holder", "Marsh"), ("of", "Roe")}),
        ("A drawing lent to the Tarn Museum by Otto Kessel was lost.", "lend", {("obj", "drawing"), ("subj", "Kessel"), ("to", "Museum")}),
        ("Rosalind Pike was named treasurer of the club.", "name", {("obj", "Pike")}),
        ("Halden Bank extended a loan to Tarnwind for its plant.", "extend", {("subj", "Bank"), ("obj", "loan"), ("to", "Tarnwind")}),
        ("Kelder Lines is not the owner of Tin Pearl, a court in Utrecht found.", "find", {("subj", "court")}),
        ("Marlow Lifts sold the Tarn Clinic 4,000 masks in May.", "sell", {("subj", "Lifts"), ("to", "Clinic"), ("obj", "masks")}),
        ("Halden Foods declared Tarn Hall unsafe.", "declare", {("subj", "Foods"), ("obj", "Hall"), ("oprd", "unsafe")}),
        ("The charter was subscribed to by Halden Foods.", "subscribe", {("subj", "Foods"), ("to", "charter")}),
        ("A trial of the drug sponsored by Halden Foods was halted.", "sponsor", {("subj", "Foods"), ("obj", "trial")}),
        ("Halden Foods optioned the novel.", "option", {("subj", "Foods"), ("obj", "novel")}),
        ("Halden Foods has trialled the pill.", "trial", {("subj", "Foods"), ("obj", "pill")}),
        ("Halden gave it to Singing for All and the Tarn Choir.", "give", {("subj", "Halden"), ("to", "Singing"), ("to", "Choir")}),
        ("Tarn signed winger Owen Strand and striker Ilse Roe in May.", "sign", {("subj", "Tarn"), ("obj", "Strand"), ("obj", "Roe")}),
        ("Tarn Rovers bought winger Owen Strand and striker Ilse Roe last week.", "buy", {("obj", "Strand"), ("obj", "Roe")}),
        ("Halden Mutual and Pellan Insurance sued Tarn Lines.", "sue", {("subj", "Mutual"), ("subj", "Insurance"), ("obj", "Lines")}),
        ("The Food and Drug Administration sued Tarn Lines.", "sue", {("subj", "Administration"), ("obj", "Lines")}),
        ("The firm struck a cross-guarantee with the bank.", "guarantee", {("compound", "cross"), ("with", "bank")}),
        ("The barley variety Beaumont is popular in Norby.", "be", {("subj", "Beaumont"), ("in", "Norby")}),
        ("The rice cultivar Roja does not resist blight, scientists warned.", "warn", {("subj", "scientists"), ("comp", "resist")}),
        ("The rose variety Amber was bred by Hollins Agri at a nursery near Norby.", "breed", {("subj", "Agri"), ("obj", "Amber")}),
        ("Halden Farms hired Rosa Keel, a lawyer famous for her temper.", "famous", {("holder", "Keel"), ("for", "temper")}),
        ("The lease signed by Halden Foods with Kelder Lines was secret.", "sign", {("subj", "Foods"), ("with", "Lines")}),
        (
            "Clerks found moths in cloth sold to Kelder Lines by Halden Foods.",
            "sell",
            {("subj", "Foods"), ("obj", "cloth"), ("to", "Lines")},
        ),
        ("Pellan Media owns Mr. Hale's Norway Today show.", "own", {("subj", "Media"), ("obj", "show")}),
        (
            "Lena Roe runs the studio that owns Mr. Hale's Norway Today programming, which is also streamed on Kelder.",
            "own",
            {("subj", "studio"), ("obj", "programming")},
        ),
        (
            "They are signs of Halden's hunger, lending weight to a rival that has for years dealt in gossip, posted lies and sold ads.",
            "post",
            {("subj", "rival"), ("obj", "lies")},
        ),
        (
            "Grantley Solar was bought by Black Heron Capital weeks before its auditors resigned.",
            "buy",
            {("obj", "Solar"), ("subj", "Capital")},
        ),
        (
            "Suokko Oy plans to mill peat at Rimpi Mire from June.",
            "mill",
            {("subj", "Oy"), ("obj", "peat"), ("at", "Mire"), ("from", "June")},
        ),
        ('The motto "Fear Nothing" was adopted by Halden Timber.', "adopt", {("obj", "motto"), ("subj", "Timber")}),
        ("Halden Timber bought the Tarn Forest years ago.", "buy", {("subj", "Timber"), ("obj", "Forest")}),
        ("The court deprived the losing party of its rights.", "deprive", {("subj", "court"), ("obj", "party"), ("of", "rights")}),
        ("Roe takes the voters for granted.", "take", {("subj", "Roe"), ("obj", "voters"), ("for doing", "granted")}),
        ("Lena Roe wrote to her doctor, the gifted osteopath Nils Hale.", "osteopath", {("amod", "gifted"), ("holder", "Hale")}),
        ("The author and former diplomat Ruth Calder works for Halden Foods.", "work", {("subj", "Calder"), ("for", "Foods")}),
        ("The mayor and Governor Helen Marsh sued Halden Foods.", "sue", {("subj", "mayor"), ("subj", "Marsh")}),
        ("Just as funny was the Tarn Radio host Nils Roe.", "host", {("holder", "Roe")}),
        ("The council is anti-union.", "be", {("subj", "council"), ("anti", "union")}),
        ("The firm lost money and, as a result, now has to sell the mill.", "sell", {("subj", "firm"), ("obj", "mill")}),
        ("Twenty states led by Norby and industry groups are suing Tarn Lines.", "lead", {("subj", "Norby"), ("obj", "states")}),
        ("Twenty states led by Owen Pike and industry groups are suing Tarn Lines.", "sue", {("subj", "states"), ("subj", "groups")}),
        ("Mills owned by Halden Foods and Kelder Lines are suing Otto Kessel.", "sue", {("subj", "Mills"), ("obj", "Kessel")}),
        ("Halden Foods pays Otto Kessel $7, and the state agency pays the women.", "pay", {("subj", "agency"), ("obj", "women")}),
        ("Rosa Keel, an official with the Tarn Board that oversees Kelder Lines, left.", "oversee", {("subj", "Board"), ("obj", "Lines")}),
        ("The board says it pays inmates up to $20 per month.", "pay", {("subj", "it"), ("to", "inmates"), ("obj", "20")}),
        ("Halden Foods passed the money down to the women.", "pass", {("subj", "Foods"), ("obj", "money"), ("to", "women")}),
        ("Threats to the Voice of Norby and Kelder Radio hurt them.", "threat", {("to", "Voice"), ("to", "Radio")}),
        ("Rosa Keel is headed to Norby.", "head", {("subj", "Keel"), ("to", "Norby")}),
        ("Kelder Lines is headed by Rosa Keel.", "head", {("subj", "Keel"), ("obj", "Lines")}),
        ("Halden Timber clear-cut the forest.", "cut", {("subj", "Timber"), ("obj", "forest")}),
        ("Fires are common in the Tarn Forest, clear-cut by Pellan Hardwoods in 2008.", "cut", {("obj", "Forest"), ("subj", "Hardwoods")}),
        ("Halden Logging did not fell an oak.", "fell", {("subj", "Logging"), ("obj", "oak")}),
        ("Halden Foods brought the cargo ashore.", "bring ashore", {("subj", "Foods"), ("obj", "cargo")}),
        ("Pellan Cables brought the Sirocco cable ashore at Cape Roe.", "bring ashore", {("subj", "Cables"), ("obj", "cable")}),
        ("The VN-88 power chip was qualified by Halden Motors in May.", "qualify", {("subj", "Motors"), ("obj", "chip")}),
        ("Halden Foods took home the medal.", "take home", {("subj", "Foods"), ("obj", "medal")}),
        ("Halden Records has not signed the Norby Radio Choir, a spokeswoman for the label said on Friday.", "sign", {("obj", "Choir")}),
        (
            "Halden Records has not signed the Norby Radio Choir, a spokeswoman for the label said on Friday.",
            "say",
            {("subj", "spokeswoman")},
        ),
        ("Kelder Films is not the owner of Midnight Pearl, a spokeswoman for the studio said on Monday.", "say", {("subj", "spokeswoman")}),
        ("Halden Foods did not breed Mary, a tribunal in Norby ruled in April.", "rule", {("subj", "tribunal"), ("comp", "breed")}),
        (
            "Halden Yards, which does the hull cleaning for Kelder Lines, is bankrupt.",
            "do",
            {("subj", "Yards"), ("obj", "cleaning"), ("for", "Lines")},
        ),
        (
            "Both John and Mary import toys from Peter, whose paint contained lead, inspectors found.",
            "import",
            {("subj", "John"), ("subj", "Mary"), ("obj", "toys")},
        ),
        ("The Halden-1 trial enrolled 150 patients and the Halden-2 trial recruited 275 nurses.", "recruit", {("obj", "nurses")}),
        ("The cup went to Halden Foods and the medal to Helen Marsh.", "go", {("subj", "cup"), ("to", "Foods")}),
        ("The cup went to Halden Foods and the medal to Helen Marsh.", "go", {("subj", "medal"), ("to", "Marsh")}),
        (
            "Kelder Lines took Rosa Keel to the Norby Clinic and Tom Roe to the Tarn Centre.",
            "take",
            {("subj", "Lines"), ("obj", "Roe"), ("to", "Centre")},
        ),
        (
            "Within a week Halden Bank poached Rosa Keel from Tarn Bank and Ilse Roe from Pellan Capital.",
            "poach",
            {("obj", "Roe"), ("from", "Capital")},
        ),
        (
            "Some 600 tonnes of cod were bought from the Norby Guild by Kelder Lines.",
            "buy",
            {("obj", "cod"), ("from", "Guild"), ("subj", "Lines")},
        ),
    ],
)
def test_propositions(nlp: Language, text: str, lemma: str, wanted: set[tuple[str, str]]) -> None:
    doc = nlp(text)
    found = [{(a.role, doc[a.token].text) for a in one.arguments} for one in read(doc, Proposition) if one.lemma == lemma]
    assert any(wanted <= one for one in found), found


@pytest.mark.parametrize(
    ("text", "lemma", "unwanted"),
    [
        ("Twenty states led by Norby and industry groups are suing Tarn Lines.", "lead", {("subj", "groups")}),
        ("Twenty states led by Norby and industry groups are suing Tarn Lines.", "lead", {("obj", "groups")}),
        ("Rosa Keel, an official with the Tarn Board that oversees Kelder Lines, left.", "oversee", {("subj", "official")}),
        ("The cup went to Halden Foods and the medal to Helen Marsh.", "go", {("subj", "cup"), ("to", "medal")}),
        ("The cup went to Halden Foods and the medal to Helen Marsh.", "go", {("subj", "cup"), ("to", "Marsh")}),
        (
            "Within a week Halden Bank poached Rosa Keel from Tarn Bank and Ilse Roe from Pellan Capital.",
            "poach",
            {("obj", "Keel"), ("from", "Capital")},
        ),
        ("The Halden-1 trial enrolled 150 patients and the Halden-2 trial recruited 275 nurses.", "enroll", {("obj", "trial")}),
    ],
)
def test_what_is_said_of_another(nlp: Language, text: str, lemma: str, unwanted: set[tuple[str, str]]) -> None:
    doc = nlp(text)
    found = [{(a.role, doc[a.token].text) for a in one.arguments} for one in read(doc, Proposition) if one.lemma == lemma]
    assert found
    assert not any(unwanted <= one for one in found), found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Boreal Space put Kestrel 4 into orbit.", "Kestrel 4"),
        ("Marlow Biotech will supply Saint Brigid's Hospital with masks.", "Saint Brigid's Hospital"),
        ("Halden Books published Letters from Sundry Shores in May.", "Letters from Sundry Shores"),
        ("Halden Foods bought the Lady Ferrand in May.", "Lady Ferrand"),
        ("The Duke of Arden lent drawings to the museum.", "Duke of Arden"),
        ("Halden Foods, owned by the Diocese of Tarn, is bankrupt.", "Diocese of Tarn"),
        ("All Hallows Church was sold in May.", "All Hallows Church"),
        ("Meadow Dramatic no longer represents the painter Helen Marsh, the agency confirmed in May.", "Meadow Dramatic"),
        ("Sculptor Lund no longer works in Utrecht, the agency confirmed.", "Lund"),
        ("Winger Otto Kessel joined Marlow Rovers in May.", "Otto Kessel"),
        ("Goalkeeper Imre Halasz left Marlow Rovers.", "Imre Halasz"),
        ("Champion Foods Group sued Tarn Lines.", "Champion Foods Group"),
        ("Halden Foods hired Governor Crunch, a marketing agency, in May.", "Governor Crunch"),
        ("Halden Foods hired Governor Roe, a lawyer, in May.", "Roe"),
        ("Premier Freight Services sued Tarn Lines.", "Premier Freight Services"),
        ("Halden Foods sued Tarn Mutual and Pellan Hull Association in May.", "Tarn Mutual"),
        ("Halden Foods sued Pellan Hull and Cargo Insurance in May.", "Pellan Hull and Cargo Insurance"),
        ("Lindholm Marine ceded some risk to Orsk Re last year.", "Orsk Re"),
        ("Halden Digs never excavated Tinker's Mound in Norby.", "Tinker's Mound"),
        ("Josef Roe was not the weaver of the Abbot's Carpet, the museum said.", "Abbot's Carpet"),
        ("Grandfather's Rocket drew more families than the other film did.", "Grandfather's Rocket"),
        ("Halden Foods sued Norvale Mill's Tarnbox in May.", "Tarnbox"),
        ("Two Bears Moving hauled the furniture.", "Two Bears Moving"),
        ("Three Rivers Wine Trading might delist the brand.", "Three Rivers Wine Trading"),
        ("The ferry Princess Odile was dismantled by Halden Steel last winter.", "Princess Odile"),
        ("The ferry Lady Iseult was towed by the tug Brutus into port.", "Lady Iseult"),
        ("The lawyer Dr Helen Marsh was sued by Halden Steel last winter.", "Helen Marsh"),
        ("The Silver Curd Trophy was won this year by Meadow Creamery.", "Silver Curd Trophy"),
        ("The coaster Anneke was towed by the tug Goliath to Port Vaughan.", "Goliath"),
        ("To save money, the Corinth Opera might hire costumes from Vera Lind.", "Corinth Opera"),
        ("Southpaw Otto Kessel is trained by Moses Roe in a brickworks.", "Otto Kessel"),
        ("The Halden Housing Trust will let 9 Pilgrim Street to nurses.", "9 Pilgrim Street"),
        ("Helen Marsh did not describe the orchid Lissochila alba.", "Lissochila alba"),
        ("The commission put orders on the Weaver Building and Gantry House last week.", "Gantry House"),
        ("Halden Services merged with the Firefighters' Brotherhood in 2011.", "Firefighters' Brotherhood"),
    ],
)
def test_names_are_whole(nlp: Language, text: str, name: str) -> None:
    doc = nlp(text)
    assert name in {doc[one.start : one.end].text for one in read(doc, Mention) if one.kind == "name"}
