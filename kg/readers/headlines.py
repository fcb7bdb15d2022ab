"""What headlines look like, and the bare lists of tags that pages put beside them."""

from __future__ import annotations

import re

_LONGEST = 200
_WORD = re.compile(r"[\w'’-]+")
_MINOR = frozenset(
    "a an and as at but by for from in into nor of off on or over per than that the to up via vs with amid after before".split()
)

# Words that a sentence or a headline has and a list of keywords has not.
_FUNCTION_WORDS = frozenset(
    "a an the and or but nor of in on at by for from to into with over under after before amid against about as than that which "
    "who whom whose is are was were be been being am has have had do does did will would can could may might must shall should not "
    "no it its it'll he she they we you i his her their our your my this these those there here how why what when where if because "
    "while still yet again now more most just up out off down back".split()
)
_HEADLINE_VERBS = frozenset(
    "says tells asks calls claims warns vows denies admits rejects disputes accuses blames slams blasts hits attacks defends backs "
    "urges wants seeks eyes plans weighs mulls considers faces fights fears hopes sees finds shows reveals reports confirms "
    "announces unveils launches opens closes shuts starts begins ends stops halts pauses resumes quits leaves joins returns wins "
    "loses beats leads trails gains falls drops rises jumps soars plunges slips cuts raises boosts lifts slashes adds makes takes "
    "gets gives keeps puts sets goes comes runs holds turns moves buys sells pays spends earns owes hires fires names picks taps "
    "elects votes passes signs approves blocks bans lifts sues charges arrests jails fines probes investigates orders rules throws "
    "tosses upholds strikes settles agrees pledges promises offers refuses fails tries meets visits speaks talks dies kills "
    "injures hurts saves helps needs gets lets brings sends draws pulls pushes drives grows expands builds owns merges acquires "
    "invests funds donates supports opposes endorses criticizes criticises apologizes apologises resigns steps rips hammers grills".split()
)


def is_headline(words: str, following: int) -> bool:
    """Whether an article's first block is its headline; `following` is the length of the longest of the next few blocks.

    One short line without a full stop, or with one where its words are capitalised or what follows is much longer.
    """
    if not following or not words or len(words) > _LONGEST or "\n" in words:
        return False
    if not words.endswith((".", '."', ".”", ":", ",", ";")):
        return True
    one_sentence = not re.search(r"[a-z]{3}[.!?][\"”]?\s+[A-Z“\"]", words)
    return is_title_case(words) or (one_sentence and len(words.split()) <= 15 and following > 2 * len(words))


def is_title_case(words: str) -> bool:
    """Whether nearly all words but the small ones begin with a capital, in at least four."""
    major = [word for word in _WORD.findall(words) if word.lower() not in _MINOR and not word[0].isdigit()]
    return len(major) >= 4 and sum(word[0].isupper() for word in major) >= 0.8 * len(major)


def is_tag_list(line: str) -> bool:
    """Whether a short line is a bare list of keywords: no punctuation, no function word, nothing that looks like a verb."""
    if len(line) > _LONGEST or re.search(r"[.!?:;“”\"()]|['’]s\b", line):
        return False
    parts = [part.strip() for part in re.split(r"[,|/•·]", line)]
    words = [word for part in parts for word in part.replace("#", " ").split()]
    if not 2 <= len(words) <= 25 or (len(parts) > 1 and (len(parts) < 3 or any(len(part.split()) > 4 for part in parts))):
        return False
    return not any(word.lower() in _FUNCTION_WORDS or word.lower() in _HEADLINE_VERBS or _is_participle(word) for word in words)


def _is_participle(word: str) -> bool:
    return word.islower() and len(word) > 4 and word.endswith(("ed", "ing")) and word not in ("building", "housing", "fracking", "funding")
