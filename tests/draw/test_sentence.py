"""The sentence around the evidence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.draw.sentence import FURTHEST, sentence_around

CASES = [
    ("It rained. Acme hired Bolt in May. It snowed.", "hired Bolt", "Acme hired Bolt in May."),
    ("Headline without a stop\n\nAcme hired Bolt", "hired", "Acme hired Bolt"),
    ("He met Gov. Ann Lee in Rome on Dec. 30. She left.", "met", "He met Gov. Ann Lee in Rome on Dec. 30."),
    ("He met Gov. Ann Lee in Torino. She left.", "Ann Lee", "He met Gov. Ann Lee in Torino."),
    ("The U.S. Treasury paid Acme. Nobody knew.", "paid", "The U.S. Treasury paid Acme."),
    ("“We paid,” she said. “Acme was late.” He shrugged.", "Acme was late", "“Acme was late.”"),
    ("Who paid? Acme did! Nobody else.", "Acme did", "Acme did!"),
    ("He said (twice). Then Acme Limited paid. 📞 Bye.", "paid", "Then Acme Limited paid."),
    ("Prices rose 3.5 percent at Bolt Brothers. Then fell.", "percent", "Prices rose 3.5 percent at Bolt Brothers."),
    ("Acme paid approx. ten dollars to workers. Fine.", "ten", "Acme paid approx. ten dollars to workers."),
    ("One. Acme hired Bolt. Bolt sued. Two.", "Acme hired Bolt. Bolt sued", "Acme hired Bolt. Bolt sued."),
]


@pytest.mark.parametrize(("text", "evidence", "expected"), CASES)
def test_the_whole_sentence_is_found(text: str, evidence: str, expected: str) -> None:
    start = text.index(evidence)
    first, last = sentence_around(text, start, start + len(evidence))
    assert text[first:last] == expected


@given(st.text(alphabet='Ab. \n"”!?é📞', max_size=60), st.data())
def test_the_evidence_is_always_inside(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = sentence_around(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text)


def test_a_text_of_one_endless_line_gives_a_piece_of_it() -> None:
    text = "word " * 1_000_000
    first, last = sentence_around(text, 2_500_000, 2_500_004)
    assert last - first <= 2 * FURTHEST + 4
