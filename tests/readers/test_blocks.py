"""Where blocks lie and what they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.article import Role
from kg.readers.blocks import assemble, blocks

LONG = "The freight firm hired forty guards from a company in Aldwin on Monday, and the dockers went on strike the same night."
LONGER = LONG + " The mayor asked both sides to meet her at the town hall. Neither of them came, and nobody knows when they will."


def roles(text: str) -> list[tuple[str, str]]:
    return [(block.role.value, text[block.start : block.end]) for block in blocks(text)]


def test_blocks_are_paragraphs_without_the_white_space_around_them() -> None:
    assert roles(f"  {LONG}\r\n\r\n\u00a0{LONGER} \n\n\n") == [("paragraph", LONG), ("paragraph", LONGER)]


def test_single_line_ends_divide_paragraphs() -> None:
    assert roles(f"{LONG}\n{LONGER}") == [("paragraph", LONG), ("paragraph", LONGER)]


def test_lines_broken_to_fit_a_width_are_one_paragraph() -> None:
    text = (
        "The freight firm hired forty guards from a company in Aldwin on\nMonday, and the dockers went on strike the same night, in the\n"
        "rain and without pay.\n\nNobody came."
    )
    assert [words for _, words in roles(text)] == [text[: text.index("\n\n")], "Nobody came."]


@pytest.mark.parametrize(
    "headline",
    [
        "Freight firm hires guards",
        "Freight Firm Hires Guards From Aldwin.",
        "Mayor calls both sides to town hall.",
        "Who pays the guards?",
        "‘Nobody Came,’ Says the Mayor of a Town on Strike",
    ],
)
def test_headline(headline: str) -> None:
    assert roles(f"{headline}\n\n{LONGER}")[0] == ("headline", headline)


@pytest.mark.parametrize("first", [LONG, "The firm hired Bolt on Monday. Bolt denied it.", LONGER])
def test_an_article_may_have_no_headline(first: str) -> None:
    assert roles(f"{first}\n\n{LONGER}")[0] == ("paragraph", first)


def test_a_text_of_one_line_is_no_headline() -> None:
    assert roles("The vendor hired Procom") == [("paragraph", "The vendor hired Procom")]


def test_boilerplate_before_the_headline() -> None:
    assert [role for role, _ in roles(f"Advertisement\n\nFreight firm hires guards\n\n{LONG}")] == ["boilerplate", "headline", "paragraph"]


@pytest.mark.parametrize(
    "tags",
    [
        "Business election 2020 Prison labor",
        "Harbor strike Wexcombe Labor unions",
        "Politics, Labor, Wexcombe, Harbor Board",
        "#strike #harbor #wexcombe",
    ],
)
def test_bare_tags_after_the_headline_are_boilerplate(tags: str) -> None:
    assert roles(f"Freight firm hires guards\n\n{tags}\n\n{LONG}")[1] == ("boilerplate", tags)
    assert roles(f"Freight firm hires guards\n\n{LONG}\n\n{tags}")[2] == ("boilerplate", tags)


@pytest.mark.parametrize(
    "deck",
    [
        "Dockers in Wexcombe walk out",
        "Mayor calls both sides together",
        "Union Sues Freight Firm",
        "Town’s mayor angry",
        "Forty hired, dockers say",
        "Guards hired overnight",
    ],
)
def test_a_second_headline_is_no_list_of_tags(deck: str) -> None:
    assert roles(f"Freight firm hires guards\n\n{deck}\n\n{LONG}")[1] == ("paragraph", deck)


def test_short_lines_within_the_text_are_no_tags() -> None:
    assert roles(f"Freight firm hires guards\n\n{LONG}\n\nHarbor strike history\n\n{LONG}")[2][0] == "paragraph"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Cover: Nora Pell opens the pier.", [("boilerplate", "Cover:"), ("caption", "Nora Pell opens the pier.")]),
        ("Pictured: Nora Pell, who owns the pier", [("boilerplate", "Pictured:"), ("caption", "Nora Pell, who owns the pier")]),
        (
            "Photo: Nora Pell opens the pier. (AP Photo/Ida Lund),",
            [("boilerplate", "Photo:"), ("caption", "Nora Pell opens the pier."), ("boilerplate", "(AP Photo/Ida Lund),")],
        ),
        (
            "Nora Pell opens the pier. Photograph: Ida Lund/Reuters",
            [("caption", "Nora Pell opens the pier."), ("boilerplate", "Photograph: Ida Lund/Reuters")],
        ),
        ("FILE - Nora Pell opens the pier in Wexcombe.", [("caption", "FILE - Nora Pell opens the pier in Wexcombe.")]),
        ("Pell declined to comment. (Reuters)", [("paragraph", "Pell declined to comment."), ("boilerplate", "(Reuters)")]),
        ("Photo: Ida Lund/Reuters", [("boilerplate", "Photo: Ida Lund/Reuters")]),
        ("Pell opened the pier (her third) in May.", [("paragraph", "Pell opened the pier (her third) in May.")]),
        ("The firm hired guards in Wexcombe (Aldwin).", [("paragraph", "The firm hired guards in Wexcombe (Aldwin).")]),
    ],
)
def test_captions_are_content_and_their_credits_are_not(line: str, expected: list[tuple[str, str]]) -> None:
    assert roles(f"{LONG}\n\n{line}\n\n{LONG}")[1:-1] == expected


def test_the_line_before_a_credit_is_a_caption() -> None:
    text = f"{LONG}\n\nNora Pell opens the pier in Wexcombe\n(AP Photo/Ida Lund)\n\n{LONGER}"
    assert [role for role, _ in roles(text)] == ["paragraph", "caption", "boilerplate", "paragraph"]


def test_the_line_before_a_byline_is_none() -> None:
    assert roles(f"{LONGER}\n\nNobody came.\n\nReporting by Ida Lund")[1] == ("paragraph", "Nobody came.")


def test_links_below_a_heading_are_boilerplate_until_prose_goes_on() -> None:
    text = f"{LONG}\n\nRelated stories\n\nTen walks around the lake\n\nUnion Sues Freight Firm\n\n{LONGER}"
    assert [role for role, _ in roles(text)] == ["paragraph", "boilerplate", "boilerplate", "boilerplate", "paragraph"]


def test_marked_quotations() -> None:
    assert roles(f"{LONG}\n\n> Nobody came.\n\n{LONG}")[1] == ("quote", "Nobody came.")


def test_datelines_stay() -> None:
    line = "WEXCOMBE (AP) — The freight firm hired guards."
    assert roles(f"{LONG}\n\n{line}")[1] == ("paragraph", line)


def test_assembled_pieces_keep_their_roles_and_offsets() -> None:
    pieces = [("Strike", Role.HEADLINE), (LONG, Role.PARAGRAPH), (" Nobody came. ", Role.QUOTE), ("Advertisement", Role.QUOTE)]
    text, found = assemble(pieces)
    assert [(block.role.value, text[block.start : block.end]) for block in found] == [
        ("headline", "Strike"),
        ("paragraph", LONG),
        ("quote", "Nobody came."),
        ("boilerplate", "Advertisement"),
    ]


PIECES = st.lists(
    st.sampled_from([*"aA .,:()>|“”\"'/-*\n\r\t\u00a0\u2028\u200b\U0001f642€1", "Photo: ", "(AP Photo/X)", "\r\n", "Read more", "\n\n"]),
    max_size=60,
).map("".join)


@given(st.text(max_size=300) | PIECES)
def test_blocks_are_in_order_within_the_text_and_tight(text: str) -> None:
    at = 0
    for block in blocks(text):
        assert at <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        at = block.end


@given(st.text(max_size=300) | PIECES)
def test_no_letter_is_left_out(text: str) -> None:
    covered = "".join(text[block.start : block.end] for block in blocks(text))
    assert [character for character in covered if character.isalnum()] == [character for character in text if character.isalnum()]
