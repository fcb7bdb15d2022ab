"""Splits plain text into blocks and tells each block's role by what it looks like and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.article import Block, Role
from kg.readers.boilerplate import is_boilerplate, is_credit
from kg.readers.headlines import is_headline, is_tag_list
from kg.readers.lines import paragraphs

_LABEL = re.compile(
    r"(?:(?:cover|main|top|lead|header|feature|featured|file)? ?(?:photo|image|picture|illustration)|cover|pictured|caption|above|below)"
    r"(?: \([a-z]+\))?: ",
    re.IGNORECASE,
)
_AP_CAPTION = re.compile(r"(?:FILE ?[-–—]|In this\b[^.]{1,60}\bphoto\b)")
_TRAILING_CREDIT = re.compile(
    r"\s*(\([^()]{2,100}\)[\s,.;]*)$|(?<=[.!?”\"])\s+((?:Photo|Image|Picture|Illustration|Credit)[^.!?]{2,100}\.?)$",
    re.IGNORECASE,
)
_LISTED_BELOW = re.compile(
    r"(?:related|recommended|trending|popular|latest|you (?:may|might) also like|most (?:read|popular|viewed)|more (?:from|on|in)"
    r"|read next|up next)\b",
    re.IGNORECASE,
)
_PICTURED = re.compile(r"/|photo|picture|image|illustration|courtesy|getty|shutterstock|alamy|unsplash", re.IGNORECASE)
_LONGEST_CAPTION = 600
_LONGEST_BEFORE_CREDIT = 250


def blocks(text: str) -> tuple[Block, ...]:
    """The text's blocks in order, each without the white space around it; what lies between two blocks is white space or a mark ("> ").

    A caption's label and the credit after it are boilerplate of their own; the caption is content. No range overlaps another.
    """
    found: list[Block] = []
    for start, end in paragraphs(text):
        found.extend(_parts(text, start, end))
    return _by_position(text, found)


def assemble(pieces: Iterable[tuple[str, Role]]) -> tuple[str, tuple[Block, ...]]:
    """A text made of pieces whose role the source's markup tells (an empty line between each two), and its blocks.

    What looks like boilerplate is so whatever the markup says; a paragraph may still turn out to be a caption.
    """
    texts: list[str] = []
    found: list[Block] = []
    at = 0
    for piece, role in pieces:
        piece = piece.strip()
        if not piece:
            continue
        found.append(Block(at, at + len(piece), role))
        texts.append(piece)
        at += len(piece) + 2
    text = "\n\n".join(texts)
    refined = [part for block in found for part in _refined(text, block)]
    return text, _by_position(text, refined)


def _refined(text: str, block: Block) -> Iterator[Block]:
    """A block whose role the markup tells, in the parts that its words tell."""
    if block.role in (Role.PARAGRAPH, Role.CAPTION):
        yield from _parts(text, block.start, block.end, otherwise=block.role)
    elif block.role is not Role.BOILERPLATE and is_boilerplate(text[block.start : block.end]):
        yield Block(block.start, block.end, Role.BOILERPLATE)
    else:
        yield block


def _parts(text: str, start: int, end: int, otherwise: Role = Role.PARAGRAPH) -> Iterator[Block]:
    """One paragraph's blocks, by its own words alone."""
    words = text[start:end]
    if is_boilerplate(words):
        yield Block(start, end, Role.BOILERPLATE)
    elif words.startswith(">"):
        yield Block(end - len(words.lstrip("> \t\u00a0")), end, Role.QUOTE)
    elif len(words) <= _LONGEST_CAPTION:
        yield from _caption_parts(words, start, otherwise)
    else:
        yield Block(start, end, otherwise)


def _caption_parts(words: str, start: int, otherwise: Role) -> Iterator[Block]:
    """Label, caption and credit of a picture; `otherwise` where the words are no caption."""
    label = _LABEL.match(words)
    credit = _TRAILING_CREDIT.search(words)
    if credit and not is_credit((credit[1] or credit[2]).strip()):
        credit = None
    first = label.end() if label else 0
    last = credit.start() if credit else len(words)
    if not words[first:last].strip():
        yield Block(start, start + len(words), Role.BOILERPLATE)
        return
    first += len(words[first:last]) - len(words[first:last].lstrip())
    last = first + len(words[first:last].rstrip())
    if label:
        yield Block(start, start + label.end() - 1, Role.BOILERPLATE)
    pictured = label or _AP_CAPTION.match(words) or (credit and _PICTURED.search(credit[0]))
    yield Block(start + first, start + last, Role.CAPTION if pictured else otherwise)
    if credit:
        begin = credit.start(1) if credit[1] else credit.start(2)
        yield Block(start + begin, start + len(words), Role.BOILERPLATE)


def _by_position(text: str, found: list[Block]) -> tuple[Block, ...]:
    """The blocks with the roles that only their place tells."""
    roles = [block.role for block in found]
    words = [text[block.start : block.end] if block.end - block.start <= _LONGEST_CAPTION else "" for block in found]
    _name_headline(found, words, roles)
    for place in range(1, len(found)):
        before = roles[place - 1]
        if before is Role.PARAGRAPH and 0 < len(words[place - 1]) <= _LONGEST_BEFORE_CREDIT and _is_picture_credit(words[place]):
            roles[place - 1] = Role.CAPTION
        elif before is Role.BOILERPLATE and roles[place] is Role.PARAGRAPH and _is_listed(words, roles, place):
            roles[place] = Role.BOILERPLATE
    return tuple(Block(block.start, block.end, role) for block, role in zip(found, roles, strict=True))


def _name_headline(found: list[Block], words: list[str], roles: list[Role]) -> None:
    """Gives the headline its role, and the bare lists of tags after it and at the end theirs."""
    content = [place for place, role in enumerate(roles) if role is not Role.BOILERPLATE]
    if not content:
        return
    following = max((found[place].end - found[place].start for place in content[1:5]), default=0)
    if roles[content[0]] is Role.PARAGRAPH and is_headline(words[content[0]], following):
        roles[content[0]] = Role.HEADLINE
    if roles[content[0]] is Role.HEADLINE:
        for place in {*content[1:2], *content[2:][-1:]}:
            if roles[place] is Role.PARAGRAPH and is_tag_list(words[place]):
                roles[place] = Role.BOILERPLATE


def _is_picture_credit(words: str) -> bool:
    return is_credit(words) and bool(_PICTURED.search(words))


def _is_listed(words: list[str], roles: list[Role], place: int) -> bool:
    """Whether a line is one of the links under a heading such as "Related stories": it ends in no full stop, as they do not."""
    if not words[place] or words[place].endswith((".", "!", "”", '"')):
        return False
    heading = place - 1
    while heading > 0 and roles[heading] is Role.BOILERPLATE and not _LISTED_BELOW.match(words[heading]) and place - heading < 10:
        heading -= 1
    return roles[heading] is Role.BOILERPLATE and bool(_LISTED_BELOW.match(words[heading])) and ":" not in words[heading].rstrip(":")
