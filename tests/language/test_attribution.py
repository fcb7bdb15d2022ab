"""Who says what: source, cue and content."""

from __future__ import annotations

import time

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.language.annotations import Attribution, read
from kg.language.attribution import attributions
from kg.language.tokens import Doc as Parsed
from tests.extractors.rows import read as read_article

CONTENT = "the firm hired Brackwell"


def found(nlp: Language, text: str) -> list[tuple[str, str, str, str]]:
    """Source, cue, content and stance of every attribution, as text."""
    doc = read_article(nlp, text)
    return [
        (
            doc[a.source_start : a.source_end].text,
            doc[a.cue_start : a.cue_end].text,
            doc[a.content_start : a.content_end].text,
            a.stance,
        )
        for a in read(doc, Attribution)
    ]


def spans(nlp: Language, text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of every attribution, as text."""
    return [one[:3] for one in found(nlp, text)]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Helen Marsh said that the firm hired Brackwell.", "said"),
        ("Helen Marsh said the firm hired Brackwell.", "said"),
        ("Helen Marsh told reporters that the firm hired Brackwell.", "told"),
        ("The firm hired Brackwell, Helen Marsh said.", "said"),
        ("The firm hired Brackwell, said Helen Marsh.", "said"),
        ("The firm hired Brackwell, according to Helen Marsh.", "according to"),
        ("According to Helen Marsh, the firm hired Brackwell.", "According to"),
        ("“The firm hired Brackwell,” Helen Marsh said.", "said"),
        ('"The firm hired Brackwell," said Helen Marsh.', "said"),
        ("Helen Marsh claimed the firm hired Brackwell.", "claimed"),
        ("Helen Marsh's claim that the firm hired Brackwell is old.", "claim"),
        ("The claim by Helen Marsh that the firm hired Brackwell is old.", "claim"),
    ],
)
def test_source_cue_and_content(nlp: Language, text: str, cue: str) -> None:
    rows = spans(nlp, text)
    assert any(
        s == "Helen Marsh" and c == cue and CONTENT in words.replace("The", "the") and "Marsh" not in words for s, c, words in rows
    ), rows


@pytest.mark.parametrize(
    "text",
    [
        "Helen Marsh denied that the firm hired Brackwell.",
        "Helen Marsh denied hiring Brackwell.",
        "Helen Marsh's denial that the firm hired Brackwell is old.",
    ],
)
def test_a_denial_denies(nlp: Language, text: str) -> None:
    assert [(a.denies, a.doubts) for a in read(read_article(nlp, text), Attribution)] == [(True, False)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Helen Marsh smiled. “It rained all day long,” she said. “It snowed the next day.”",
            {"It rained all day long,", "It snowed the next day."},
        ),
        ("“It rained all day long,” Helen Marsh said. “It snowed.”", {"It rained all day long,", "It snowed."}),
        ("Helen Marsh said: “It rained. It snowed.”", {"It rained. It snowed."}),
    ],
)
def test_quotations_go_on(nlp: Language, text: str, wanted: set[str]) -> None:
    assert wanted <= {words for _, _, words in spans(nlp, text)}


@pytest.mark.parametrize(
    "text",
    [
        "“It rained.",
        "It rained.” Helen Marsh said.",
        '"""',
        "“”",
        "“It rained,” “it snowed,” Helen Marsh said, “and",
        "'' `` “ ” « »",
        "said said said",
        "According to",
    ],
)
def test_odd_quotation_marks_do_no_harm(nlp: Language, text: str) -> None:
    doc = read_article(nlp, text)
    assert not doc.user_data.get("kg.problems")
    assert all(0 <= a.content_start < a.content_end <= len(doc) for a in read(doc, Attribution))


def test_a_quotation_ends_with_its_paragraph(nlp: Language) -> None:
    text = "“It rained,” Helen Marsh said, “and it\n\nThe firm hired Brackwell."
    assert not any("Brackwell" in words for _, _, words in spans(nlp, text))


def test_nobody_says_what_the_article_says(nlp: Language) -> None:
    assert spans(nlp, "The firm hired Brackwell. Helen Marsh smiled.") == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "stance"),
    [
        # verbs with what they take
        ("Helen Marsh asked whether the firm grew.", "Helen Marsh", "asked", "whether the firm grew", "speech"),
        ("Helen Marsh told a crowd in Dunmore that the firm grew.", "Helen Marsh", "told", "that the firm grew", "speech"),
        ("Helen Marsh called the plan a disaster.", "Helen Marsh", "called", "the plan a disaster", "speech"),
        ("Helen Marsh described the plan as a disaster.", "Helen Marsh", "described", "the plan as a disaster", "speech"),
        ("Helen Marsh accused the firm of bribing officials.", "Helen Marsh", "accused", "the firm of bribing officials", "speech"),
        ("The poll shows Helen Marsh with half of the votes.", "The poll", "shows", "Helen Marsh with half of the votes", "speech"),
        ("Helen Marsh pointed out that the firm grew.", "Helen Marsh", "pointed", "that the firm grew", "speech"),
        ("Helen Marsh believes that the firm grew.", "Helen Marsh", "believes", "that the firm grew", "thought"),
        ("Helen Marsh knows that the firm grew.", "Helen Marsh", "knows", "that the firm grew", "knowledge"),
        ("Helen Marsh wants to hire Brackwell.", "Helen Marsh", "wants", "to hire Brackwell", "wish"),
        ("Helen Marsh vowed to hire Brackwell.", "Helen Marsh", "vowed", "to hire Brackwell", "wish"),
        ("Helen Marsh urged the firm to hire Brackwell.", "Helen Marsh", "urged", "the firm to hire Brackwell", "wish"),
        ("Helen Marsh was hoping the firm would grow.", "Helen Marsh", "hoping", "the firm would grow", "wish"),
        ("Helen Marsh criticized the firm for its prices.", "Helen Marsh", "criticized", "the firm for its prices", "attitude"),
        ("Helen Marsh called for a new law.", "Helen Marsh", "called", "a new law", "attitude"),
        ("The firm was praised by Helen Marsh.", "Helen Marsh", "praised", "The firm", "attitude"),
        # nouns and adjectives
        ("Helen Marsh's promise to hire Brackwell is old.", "Helen Marsh", "promise", "to hire Brackwell", "wish"),
        ("Helen Marsh made the claim that the firm grew.", "Helen Marsh", "claim", "that the firm grew", "speech"),
        ("Helen Marsh is confident that the firm will grow.", "Helen Marsh", "is confident", "that the firm will grow", "thought"),
        ("Helen Marsh is willing to hire Brackwell.", "Helen Marsh", "is willing", "to hire Brackwell", "wish"),
        ("Helen Marsh was critical of the firm.", "Helen Marsh", "was critical of", "the firm", "attitude"),
        # phrases and insertions
        ("In Helen Marsh's view, the firm grew.", "Helen Marsh", "In Helen Marsh's view", "the firm grew", "speech"),
        ("The firm grew, per the Dunmore Herald.", "the Dunmore Herald", "per", "The firm grew", "speech"),
        ("As Helen Marsh put it, the firm grew.", "Helen Marsh", "put", "the firm grew", "speech"),
        # who speaks
        ("Helen Marsh issued a statement saying that the firm grew.", "Helen Marsh", "saying", "that the firm grew", "speech"),
        ("Helen Marsh’s statement said that the firm grew.", "Helen Marsh", "said", "that the firm grew", "speech"),
        ("Helen Marsh, who said the firm grew, smiled.", "who", "said", "the firm grew", "speech"),
        ("Helen Marsh said prices fell, adding that the firm grew.", "Helen Marsh", "adding", "that the firm grew", "speech"),
        (
            "Helen Marsh, a lawyer for Brackwell, said the firm grew.",
            "Helen Marsh, a lawyer for Brackwell",
            "said",
            "the firm grew",
            "speech",
        ),
        # quotations
        ("“The firm grew,” said Helen Marsh.", "Helen Marsh", "said", "The firm grew,", "speech"),
        ("''The firm grew,'' Helen Marsh said.", "Helen Marsh", "said", "The firm grew,", "speech"),
        ("“Full speed. Full speed ahead,” said Helen Marsh.", "Helen Marsh", "said", "Full speed. Full speed ahead,", "speech"),
        ("“Who grew?” she said.", "she", "said", "Who grew?", "speech"),
        ("Helen Marsh said:\n\n“The firm grew.”", "Helen Marsh", "said", "The firm grew.", "speech"),
        ("Helen Marsh’s statement read: “The firm grew.”", "Helen Marsh", "read", "The firm grew.", "speech"),
        ("“The firm grew.” — Helen Marsh", "Helen Marsh", "—", "The firm grew.", "speech"),
        ("MARSH: I say that the firm grew.", "MARSH", ":", "I say that the firm grew", "speech"),
    ],
)
def test_phenomena(nlp: Language, text: str, source: str, cue: str, content: str, stance: str) -> None:
    rows = found(nlp, text)
    assert (source, cue, content, stance) in rows, rows


def test_a_relative_pronoun_stands_for_its_noun(nlp: Language) -> None:
    doc = read_article(nlp, "Helen Marsh, who said the firm grew, smiled.")
    assert [doc[a.source].text for a in read(doc, Attribution) if a.source is not None] == ["Marsh"]


def test_within_an_attribution_another(nlp: Language) -> None:
    rows = spans(nlp, "The Dunmore Herald reported that Redfern denied hiring Brackwell.")
    assert ("The Dunmore Herald", "reported", "that Redfern denied hiring Brackwell") in rows
    assert ("Redfern", "denied", "hiring Brackwell") in rows


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Helen Marsh said the firm grew.", True),
        ("Helen Marsh fears that the firm shrinks.", True),
        ("Helen Marsh knows that the firm grew.", False),
        ("Helen Marsh hopes that the firm will grow.", False),
        ("Helen Marsh plans to hire Brackwell.", False),
        ("Helen Marsh mentioned the firm.", False),
    ],
)
def test_only_what_is_said_or_believed_is_claimed(nlp: Language, text: str, claims: bool) -> None:
    assert [a.claims for a in read(read_article(nlp, text), Attribution)] == [claims]


@pytest.mark.parametrize(
    "text",
    [
        "Helen Marsh praised the firm, which hired Brackwell.",
        "That said, the firm hired Brackwell.",
        "A man named Brackwell smiled.",
        "“It rained,” Helen Marsh said. The firm hired Brackwell.",
        "Dunmore, July 4: The firm hired Brackwell.",
    ],
)
def test_a_content_leaves_out_what_the_article_says(nlp: Language, text: str) -> None:
    assert not any("Brackwell" in words for _, _, words in spans(nlp, text))


def test_a_clause_after_a_semicolon_is_of_its_own_speaker(nlp: Language) -> None:
    rows = spans(nlp, "Most voters say they like the firm; a third of them say they fear it.")
    assert ("Most voters", "say", "they like the firm") in rows
    assert ("a third of them", "say", "they fear it") in rows


def endless(nlp: Language, words: int) -> Doc:
    """One sentence of quotations, each with its speaker, parsed as it should be (a parser would take minutes)."""
    unit = (
        ("“", "PUNCT", "punct", 6), ("it", "PRON", "nsubj", 2), ("grew", "VERB", "ccomp", 6), (",", "PUNCT", "punct", 6),
        ("”", "PUNCT", "punct", 6), ("Wood", "PROPN", "nsubj", 6), ("said", "VERB", "conj", -2), (",", "PUNCT", "punct", 6),
    )  # fmt: skip
    count = words // len(unit)
    tokens = [(word, pos, dep, n * len(unit) + head) for n in range(count) for word, pos, dep, head in unit]
    tokens[6] = ("said", "VERB", "ROOT", 6)
    texts, parts, deps, heads = (list(column) for column in zip(*tokens, strict=True))
    lemmas = [{"said": "say", "grew": "grow"}.get(text, text) for text in texts]
    tags = ["VBD" if part == "VERB" else "NNP" if part == "PROPN" else "." for part in parts]
    return Doc(nlp.vocab, texts, pos=parts, deps=deps, heads=heads, lemmas=lemmas, tags=tags)


@pytest.mark.alone
def test_a_sentence_without_end_is_read_in_linear_time(nlp: Language) -> None:
    seconds = []
    for words in (5_000, 20_000):
        doc = endless(nlp, words)
        start = time.perf_counter()
        attributions(Parsed(doc))
        seconds.append(time.perf_counter() - start)
        assert len(read(doc, Attribution)) == 2 * (words // 8)  # the clause, and the words between the marks
    assert seconds[1] < 8 * seconds[0] + 0.5
