"""The second promise: what is denied, doubted, planned, asked or undone is never affirmed, however the sentence says it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.statement import Status

SENTENCES = (
    "The Harlan Institute said it had no plans to acquire Veldt Robotics.",
    "Regulators are weighing whether to fine Corrin Bank $20 million.",
    "Mara Jessop denied that she had ever worked for Tolland Oil.",
    "Tolland Oil nearly hired Dana Frick.",
    "Had Corrin Bank bought Veldt Robotics, it would have doubled in size.",
    "Veldt Robotics threatened to sue Corrin Bank.",
    "Corrin Bank is expected to buy Veldt Robotics for $3 billion.",
    "Prosecutors declined to charge Peter Lorne.",
    "Few believe that Peter Lorne paid the judge.",
    "A spokesman dismissed reports that Corrin Bank had hired Dana Frick.",
    "Dana Frick turned down an offer to lead Corrin Bank.",
    "The mayor stopped short of endorsing Helen Roe.",
    "The union wants Corrin Bank to fire Dana Frick.",
    "Police have yet to arrest Peter Lorne.",
    "The senator called on Corrin Bank to dismiss Dana Frick.",
    "Critics accused Tolland Oil of bribing officials.",
    "If elected, Helen Roe would appoint Mara Jessop.",
    "Tolland Oil was rumored to have acquired Veldt Robotics.",
    "Corrin Bank backed away from buying Veldt Robotics.",
    "It is not clear who hired Dana Frick.",
    "Reports that Corrin Bank hired Dana Frick surprised investors.",
    "The board has so far refused to dismiss Dana Frick.",
    "Officials falsely claimed that Peter Lorne paid the judge.",
    "Contrary to reports, Tolland Oil did not sue Corrin Bank.",
    "Corrin Bank would have bought Veldt Robotics if regulators had agreed.",
    "Neither Corrin Bank nor Tolland Oil has hired Dana Frick.",
    "Tolland Oil is said to have paid Peter Lorne.",
    "Helen Roe is considering endorsing Mara Jessop.",
    "Investigators found no evidence that Peter Lorne paid the judge.",
    "Lorne was acquitted of bribing the judge.",
    "The paper retracted its claim that Lorne met with Frick.",
    "Dana Frick could soon lead Corrin Bank.",
    "The company agreed in principle to buy Veldt Robotics.",
    "Plans for Corrin Bank to buy Veldt Robotics collapsed.",
    "Corrin Bank's proposed takeover of Veldt Robotics was blocked.",
    "Corrin Bank's failed takeover of Veldt Robotics cost millions.",
    "Roe rejected the idea that Corrin Bank owns Veldt Robotics.",
    "Is Corrin Bank buying Veldt Robotics?",
    '"Corrin Bank never hired me," Frick said.',
    "Corrin Bank will not be hiring Dana Frick.",
    "There is no truth to the report that Nordex Bank owns Pell Insurance.",
    "Fact-checkers found no evidence that Mayor Jane Wu met Victor Orlov.",
    "It is doubtful that Nordex Bank paid Tom Reed.",
    "Rather than pay Tom Reed, Nordex Bank closed the branch.",
    "Harlan Foods ruled out hiring David Stone.",
    "Harlan Foods hardly ever hired David Stone.",
    "Delta Shipping nearly hired Ivan Petrov.",
    "Delta Shipping was almost bought by Ferro Chemicals.",
    "Tom Reed narrowly missed becoming chief executive of Nordex Bank.",
    "Carl Weiss pretended to work for Nordex Bank.",
    "Carl Weiss was cleared of bribing Minister Omar Haddad.",
    "Carl Weiss was acquitted of bribing Minister Omar Haddad.",
    "A jury cleared Tom Reed of paying Judge Laura Finch.",
    "Prosecutors dropped charges that Tom Reed paid Judge Laura Finch.",
    "A story that Delta Shipping had paid Ivan Petrov was retracted.",
    "The newspaper retracted its report that Nordex Bank owned Pell Insurance.",
    "Reports swirled on Monday that Delphi Motors had acquired Quill Systems.",
    "Tom Reed joked that he owns Nordex Bank.",
    "Tom Reed dreamed he owned Nordex Bank.",
    "In the novel, Tom Reed kills Laura Finch.",
    "In the film, Tom Reed works for Nordex Bank.",
    "Nordex Bank's acquisition of Pell Insurance would cost $3 billion.",
    "Laura Finch opposed Nordex Bank's purchase of Pell Insurance.",
    "Nordex Bank offered Carl Weiss a job.",
    "The would-be buyer of Delta Shipping, Ferro Chemicals, withdrew.",
    "Nordex Bank owes Tom Reed $2 million.",
)
AFFIRMED = {
    "Fact-checkers found no evidence that Mayor Jane Wu met Victor Orlov.": {"holds_office"},
    "Carl Weiss was cleared of bribing Minister Omar Haddad.": {"holds_office"},
    "Carl Weiss was acquitted of bribing Minister Omar Haddad.": {"holds_office"},
    "A jury cleared Tom Reed of paying Judge Laura Finch.": {"holds_office"},
    "Prosecutors dropped charges that Tom Reed paid Judge Laura Finch.": {"holds_office"},
    "The newspaper retracted its report that Nordex Bank owned Pell Insurance.": {"published"},
    "A spokesman dismissed reports that Corrin Bank had hired Dana Frick.": {"opposes"},
    "Laura Finch opposed Nordex Bank's purchase of Pell Insurance.": {"opposes"},
    "The senator called on Corrin Bank to dismiss Dana Frick.": {"lobbied"},
    "Critics accused Tolland Oil of bribing officials.": {"accused"},
    "Roe rejected the idea that Corrin Bank owns Veldt Robotics.": {"opposes"},
}
"""What such a sentence affirms all the same: that somebody called for it, turned it down, or accused another, or who holds which office."""


@pytest.mark.parametrize("sentence", SENTENCES)
def test_nothing_is_affirmed_that_is_not(nlp: Language, sentence: str) -> None:
    found = {one.relation.partition("#")[2] for one in nlp(sentence)._.statements if one.status is Status.AFFIRMED}
    assert found <= AFFIRMED.get(sentence, set())


def test_the_sentences_are_not_merely_passed_over(nlp: Language) -> None:
    statements = [one for sentence in SENTENCES for one in nlp(sentence)._.statements]
    assert sum(one.status is not Status.AFFIRMED for one in statements) >= 20
