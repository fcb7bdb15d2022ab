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
        ("Halden Timber clear-cut the forest.", "cut", {("subj", "Timber"), ("obj", "forest")}),
        ("Fires are common in the Tarn Forest, clear-cut by Pellan Hardwoods in 2008.", "cut", {("obj", "Forest"), ("subj", "Hardwoods")}),
        ("Halden Logging did not fell an oak.", "fell", {("subj", "Logging"), ("obj", "oak")}),
        ("Halden Foods brought the cargo ashore.", "bring ashore", {("subj", "Foods"), ("obj", "cargo")}),
    ],
)
def test_propositions(nlp: Language, text: str, lemma: str, wanted: set[tuple[str, str]]) -> None:
    doc = nlp(text)
    found = [{(a.role, doc[a.token].text) for a in one.arguments} for one in read(doc, Proposition) if one.lemma == lemma]
    assert any(wanted <= one for one in found), found


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
    ],
)
def test_names_are_whole(nlp: Language, text: str, name: str) -> None:
    doc = nlp(text)
    assert name in {doc[one.start : one.end].text for one in read(doc, Mention) if one.kind == "name"}
