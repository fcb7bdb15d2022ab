"""What the lines around an article look like: links, sign-up forms, notices, credits, buttons, tags. They yield no facts.

Each pattern describes a kind of line, never one site's. A line is boilerplate when all of its sentences are; in doubt it is content.
"""

from __future__ import annotations

import re

_LONGEST = 500
"""Characters; what is longer is prose."""

_NETWORK = (
    r"(?:twitter|facebook|instagram|whatsapp|linkedin|telegram|youtube|tiktok|reddit|bluesky|threads|mastodon|flipboard|x"
    r"|social media)"
)
_PIECE = r"(?:articles?|story|stories|posts?|pieces?|columns?|excerpt|interview|content|videos?|page|site|website)"
_ITEMS = r"(?:articles?|stories|story|posts?|news|content|reading|reads|coverage|topics?|links|headlines|videos?|searches|features)"
_NAME = r"(?:@?[A-Z0-9][\w.’'&-]*|de|van|von|of|for|the|and|via|in|&|/|\||,|-)"
_NAMES = rf"{_NAME}(?:[ /,|]+{_NAME}){{0,11}}"
_AGENCY = (
    r"(?:AP Photo|AP|Associated Press|Getty(?: Images)?|Reuters|REUTERS|AFP|EPA(?:-EFE)?|PA(?: Wire| Images)?"
    r"|Shutterstock|Alamy|iStock|UPI"
    r"|Bloomberg via Getty Images|Zuma(?: Press)?|Xinhua|TASS|Unsplash|Pexels|Wikimedia Commons|Handout|File Photo)"
)
_PICTURE = (
    r"(?:[Pp]hotos?|PHOTOS?|[Pp]hotographs?|[Pp]hotography|[Ii]mages?|[Pp]ictures?|[Pp]ics?|[Ii]llustrations?|[Gg]raphics?|[Vv]ideo"
    r"|[Cc]over|[Aa]rt)"
)
_LETTERS = r"(?:newsletters?|inbox|mailing list|e-?mails?|alerts?|updates?|briefings?|bulletins?|digest)"


def _any(*patterns: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), flags)


# Lines that are known by how they begin; the rest may say anything.
_LABELLED = _any(
    r"(?:also )?(?:read|see|watch|listen|view|more)(?: it| this| also| more| next| now| here| too| on [\w ]{1,30}"
    r"| from [\w ]{1,30})* ?[:|»→>]",
    r"(?:related|recommended|trending|popular|suggested|similar)(?: \w+){0,2} ?[:|»→>]",
    r"(?:don't miss|up next|coming up|icymi|in case you missed it|further reading|keep reading|continue reading"
    r"|more info(?:rmation)?) ?[:|»→>]",
    r"(?:tags?|filed under|topics?|categor(?:y|ies)|keywords?|posted in|labels|more on|in this (?:article|story)"
    r"|explore more) ?:",
    r"(?:copyright|©|\(c\)) ?(?:©|\(c\)|\d{4}|by\b)",
    r"© ?\w",
    r".{0,200}\ball rights reserved\b",
    r"(?:this material|no part of this \w+) (?:may|must|can)(?:not| not)?\b.{0,120}\b(?:published|reproduced|redistributed)\b",
    r"reproduction (?:in whole|of this)\b.{0,120}\bprohibited\b",
    r"\((?:additional )?(?:reporting|writing|editing|compiled|translated)\b.{0,30}\bby\b",
)

# Whole sentences addressed to the reader: "Sign up here.", "Follow us on …". None of them reports what someone said.
_ADDRESSED = _any(
    rf"(?:please |to .{{1,40}}, |click here to )?(?:sign(?:ing)? up|register|subscribe)\b.*\b(?:{_LETTERS}|account"
    rf"|list|podcast|channel|here|now|today|below|free|us)\b.*",
    r"(?:sign up|sign in|log in|log out|register|subscribe|unsubscribe|subscribe now|start (?:your )?(?:free )?trial"
    r"|create (?:a|an|your) (?:free )?account)[.!]?",
    r"(?:subscribe|sign up) to (?:continue|keep|read|unlock|access)\b.*",
    rf"(?:want|would you like|looking for) (?:the|more|to|our|a|your)\b.*\b(?:{_LETTERS}|more|{_PIECE})\b.*\?",
    rf"(?:like|love|enjoy|enjoying|liked|loved|enjoyed) (?:what|this|our|reading)\b.*\b(?:{_LETTERS}|more|{_PIECE}"
    rf"|read(?:ing)?|see(?:ing)?)\b.*\?",
    rf"(?:get|receive|we'll send you)\b.*\b(?:(?:your|by|to your) {_LETTERS}|newsletters?|news alerts?|delivered to you|sent to you)\b.*",
    r"have\b.*\b(?:delivered|sent)(?: straight| right| directly)? to your\b.*",
    r"(?:enter|submit|add|confirm|provide) your e-?mail\b.*",
    r"(?:your )?e-?mail(?: address)?(?: \*| \(required\))?:?",
    r"join (?:our|the|\d[\d,]*|thousands|millions)\b.*\b(?:mailing list|newsletter|community|conversation|discussion"
    r"|readers|subscribers|debate)\b.*",
    r"stay (?:informed|updated|up to date|in the loop|in the know|connected|tuned|on top of)\b.*",
    r"(?:never|don't) miss (?:a|an|out|our|the latest)\b.*",
    r"thank(?:s| you) for (?:subscribing|signing up|reading|your (?:interest|support|feedback))\b.*",
    r"you(?:'re| are| have been)? (?:now )?(?:signed up|subscribed)\b.*",
    r"(?:you (?:can|may) )?(?:unsubscribe|opt out) (?:at any time|anytime|here|any time)\b.*",
    r"no spam\b.*",
    r"invalid email\b.*",
    r"something went wrong\b.*",
    r"by (?:continuing|using|clicking|closing|browsing|visiting|signing|subscribing|submitting|registering|providing"
    r"|entering)\b.*\byou (?:agree|consent|accept|acknowledge)\b.*",
    rf"(?:follow|find|connect with) [^,]{{1,40}} (?:on|at|via) {_NETWORK}\b.{{0,60}}",
    rf"(?:like|friend|add|watch|visit|join) (?:us|me|him|her|them|our [^,]{{1,20}}|this page|@\w+) (?:on|at|via) {_NETWORK}\b.{{0,60}}",
    r"follow (?:us|me|@\w+)\b.{0,60}",
    r"(?:follow|contact|e-?mail|reach|write to|message)\b.{0,60}[\w.+-]+@[\w-]+\.\w+.{0,40}",
    r"(?:contact|e-?mail) (?:us|me|the (?:author|reporter|writer|editor|newsroom))\b.{0,60}",
    r"(?:have|got|do you have|know)\b.{0,30}\b(?:tip|story|stories|information|feedback|correction|something to share"
    r"|news)\b.*\?",
    r"(?:send|submit|share|e-?mail)(?: us| me)?(?: your| news| a| any)* (?:tips?|thoughts|feedback|story ideas"
    r"|corrections|comments|stories|photos)"
    r"(?: (?:to|with|at|via|in|below|here|about)\b.{0,80})?[.!]?",
    r"(?:let us know|tell us what you think)\b.{0,80}",
    r"(?:download|get|install|try|open)(?: it)?(?: in)? (?:our|the)\b.{0,40}\bapp\b.*",
    r"(?:please )?(?:support|donate|contribute|give|help)\b.*\b(?:our (?:work|journalism|reporting|newsroom|mission|journalists|site)"
    r"|independent journalism|support us)\b.{0,40}",
    r"(?:please )?(?:donate|contribute|give|support us|make a (?:donation|gift))(?: (?:now|today|here|online|monthly))?[.!]?",
    r"if you (?:value|like|enjoy|appreciate|believe in)\b.*\b(?:journalism|reporting|article|story|newsletter"
    r"|subscrib\w+|support us|our work)\b.*",
    r"become a (?:member|supporter|subscriber|patron)(?: (?:today|now|here|of (?:the|our) \w+))?[.!]?",
    r"your (?:support|donation|contribution|gift|subscription) (?:helps|makes|keeps|will|funds)\b.*",
    r"(?:you've|you have)(?: \w+){0,3} (?:reached|used|read|\d+|one|two|three)\b.*\b(?:free|articles?|limit)\b.*",
    r"(?:already|not (?:yet )?|are you )?a? ?(?:subscriber|member)\?.*",
    r"already (?:a|have an?) (?:subscriber|member|account|subscription)\b.*",
    r"to (?:continue|keep) reading\b.*",
    rf"to (?:read|view|unlock|access) (?:the (?:full|rest of)|this) (?:the |this )?{_PIECE}\b.{{0,80}}",
    r"unlimited (?:digital )?access\b.*",
    rf"this {_PIECE} is (?:for|only|reserved|exclusive|available)\b.*\b(?:subscribers?|members?)\b.*|subscribers? only",
    r"(?:click|tap|press) (?:here|to|on|below|the (?:link|button|image|photo))\b.{0,120}",
    r"read (?:more|on|the (?:full|whole|rest|original|entire)\b.{0,30}|next|(?:it|the story"
    r"|the article) here)(?: (?:about|on|at|from|here|in|of|below)\b[^,]{0,80})? ?[.!»→>…]*",
    r"(?:continue|keep) reading\b[^,]{0,60}",
    r"learn more(?: (?:about|here|at)\b[^,]{0,60})?[.!»→>]*",
    r"find out more\b[^,]{0,60}",
    r"(?:scroll|swipe)(?: down| up| left| right)? (?:to|for|down|below)\b.{0,60}",
    r"watch the (?:video|clip)\b.{0,40}",
    r"listen to (?:this|the) (?:article|story|episode|podcast)\b.{0,40}",
    r"(?:please )?(?:enable|turn on) (?:javascript|cookies)\b.*",
    r"(?:your|this) browser (?:does|is|doesn't)\b.*",
    r"javascript (?:is|must be)\b.*",
    r"(?:shop|buy)(?: it| them)? (?:now|here|the look|online|on amazon)\b.{0,60}",
    r"add to (?:cart|basket|bag)",
    r"use (?:promo |discount |coupon )?code \w+\b.{0,60}",
)

# Notices in the site's own voice, of its shop, cookies and rights; nor does any of these report speech.
_NOTICE = _any(
    r"as an? (?:amazon )?(?:associate|affiliate)\b.{0,30}\b(?:i|we)\b.{0,20}\b(?:earn|receive|get)\b.*",
    r"(?:.{1,80}, )?(?:we|i|our (?:site|partners)|this site|the publisher)(?: and our partners)?"
    r" (?:may|might|can|could|will|do|also|\s)*(?:earn|receive|get|make|collect)s?\b.{0,40}"
    r"\b(?:commissions?|compensation|affiliate|share of (?:the )?sales?|percentage)\b.*",
    rf"(?:this|our|some|the|these)(?: \w+)?(?: {_PIECE}| links?)\b.*\baffiliate (?:links?|partners?|program(?:me)?s?"
    rf"|commissions?|advertising)\b.*",
    r".*\bcontains? affiliate links?\b.*",
    r"(?:all|our|these)(?: of (?:our|the))?(?: \w+)? ?(?:products?|items?|picks?|recommendations?)"
    r"\b.*\b(?:independently|editorially|carefully)"
    r" (?:selected|chosen|reviewed|recommended)\b.*",
    r"prices? (?:and availability )?(?:are|were|is) (?:(?:accurate|correct) (?:at|as of)|subject to change)\b.*",
    r"(?:we|this (?:site|website|page)|our (?:site|website|partners))\b.{0,60}\bcookies\b.*",
    r"(?:accept|reject|allow|manage)(?: all)? cookies",
    r"cookie (?:settings|preferences|policy|notice|consent)",
    r"(?:our |see our |read our |view our )?(?:privacy (?:policy|notice|settings|statement)|terms (?:of (?:service"
    r"|use)|(?:and|&) conditions))(?: (?:and|&|\||apply)\b.{0,60})?[.!]?",
    r"do not sell\b.{0,40}\b(?:information|data)",
    r"accessibility(?: help| statement)?",
    r"(?:about|contact|advertise with) us",
    r"site map",
    r"sitemap",
    r"this (?:article|story|post|piece|column|excerpt|interview|essay)(?: \w+){0,3} (?:originally|first|previously)"
    r"(?: \w+){0,2} (?:appeared|published|ran|posted|aired)\b.*",
    r"this (?:article|story|post|piece|column|excerpt|interview|essay) (?:appeared|was published"
    r"|ran)(?: \w+){0,2} (?:originally|first)\b.*",
    r"the post .{1,200} (?:appeared first on|first appeared on) .*",
    r"(?:originally|first) published (?:in|on|at|by|as)\b.*",
    r"(?:re-?)?(?:published|printed|posted)(?: here)? with (?:the )?(?:kind )?permission\b.*",
    rf"this {_PIECE} is republished\b.*",
    r"(?:advertisements?|adverts?|ads?|sponsored|promoted|promotion|paid (?:content|post|program)|skip (?:ad|advertisement))[.:]?",
    r"(?:sponsored|partner|branded|promoted) (?:content|post|story|stories|links?)[.:]?",
    r"advertisement - .{0,60}",
    r"(?:article|story|content|post|report|video)s?[ -](?:continues|resumes)(?: (?:below|after|following|in)\b.{0,60})?[.:]?",
)

# Forms, buttons and headings of what stands beside an article; always the whole sentence.
_FORM = _any(
    r"(?:leave|post|write|add|submit)(?: a| your)? (?:reply|comment|response)s?(?: below| here| to .{1,60}| cancel reply)?[.!]?",
    r"cancel reply",
    r"reply",
    r"post comment",
    r"your e-?mail (?:address )?(?:will|won't|is)(?: not)?\b.{0,20}\b(?:published|shared|required|public|sold)\b.*",
    r"(?:all )?required fields (?:are )?marked\b.*",
    r"save my name\b.*",
    r"notify me\b.*",
    r"(?:you must be|please|you need to be) (?:logged|log|sign|signed|registered) ?in\b.*",
    r"(?:name|email|website|url|phone)(?: \*| \(required\))",
    r"(?:no |\d[\d,.]* |view (?:all )?(?:\d+ )?|show |see |load |read |hide |all )?comments?(?: \(?\d+\)?)?(?: (?:yet"
    r"|below|are closed|are off|section|policy))?[.!:]?",
    r"comments (?:on this|are|have been)\b.{0,40}\b(?:closed|moderated|disabled|off)\b.*",
    r"be the first to comment\b.*",
    r"comments? (?:guidelines|rules)",
    rf"(?:related|recommended|trending|popular|latest|featured|similar|top|other|recent|further|suggested"
    rf"|most popular)(?: {_ITEMS}| reading)(?: (?:on|from|in|for)\b.{{1,40}})?[:.]?",
    rf"more (?:{_ITEMS}|like this)(?: (?:from|in|on|about)\b[^.,]{{0,40}})?:?",
    r"more (?:from|in|on|about)(?: [\w&']+){1,4}:?",
    r"you (?:may|might|could) (?:also )?(?:like|enjoy|be interested in|have missed)\b.{0,20}",
    rf"most (?:read|popular|viewed|shared|commented|recent|watched)(?: {_ITEMS})?(?: (?:now|today|this week|in \w+|on \w+))?:?",
    r"(?:editor'?s?'?|our|staff) (?:picks?|choice)",
    r"(?:what to )?(?:read|watch) next",
    r"up next",
    r"trending(?: now)?",
    r"recommended(?: for you)?",
    r"around the web",
    r"don't miss",
    rf"(?:next|previous|older|newer) {_ITEMS}(?: ?[:|»→].*)?",
    r"from (?:our|the) (?:partners|sponsors|archives?|web)\b.{0,40}",
    r"related",
    r"back to top",
    r"(?:view|show|see|load|read) (?:all|more|less|gallery|photos|slideshow|transcript|full (?:article|story))\b[^.,]{0,30}",
    r"close",
    r"menu",
    r"search",
    r"home",
    r"loading[.…]*",
    r"transcript",
    r"(?:play|pause|mute|unmute|replay)(?: video| audio)?",
    r"(?:enlarge|hide|toggle|show)(?: this)? (?:image|caption|photo)",
    r"(?:image|photo|slide)? ?\d+ (?:of|/) \d+",
    r"skip to\b.{0,30}",
    r"submit",
    r"cancel",
    r"(?:reading time:? )?(?:about )?\d+[ -]?min(?:ute)?s?(?: read)?",
    r"(?:reading time|read time):? .{0,20}",
    r"\d+ (?:views|shares|likes|likes? this|followers|votes)",
    r"(?:share|tweet|print|save|copy|bookmark|gift)(?: this| the)? (?:article|story|post|page|link)(?: (?:on|via|with"
    r"|to|by)\b.{0,30})?[.:!]?",
    r"https?://\S+",
    r"www\.\S+",
    r"@\w+",
    r"[\w.+-]+@[\w-]+\.\S+",
    r"pic\.twitter\.com\S*",
)

# Credits and bylines: capitals matter, since what follows must be names.
_CREDIT = _any(
    rf"\(?{_PICTURE}(?: [Cc]redits?| CREDIT)?(?: ?[:/|©]| by\b|,? [Cc]ourtesy(?: of)?:?"
    rf"| [Ii]llustration by)+ ?\(?{_NAMES}\)?[,.]?",
    rf"\(?(?:[Cc]redits?|CREDIT)(?: ?:| to\b) ?{_NAMES}\)?[,.]?",
    rf"\(?[Cc]ourtesy(?: of| photo)?:? {_NAMES}\)?[,.]?",
    r"\(?[Ff]ile(?: [Pp]hoto)?\)?",
    rf"\(?(?:(?:{_NAME} ){{0,4}}{_NAME} ?[/|,] ?)?{_AGENCY}(?:(?: ?[/|,] ?| via ){_NAMES})?\)?[,.]?",
    rf"(?:Sponsored|SPONSORED|Promoted|Presented|Brought to you)(?: [Cc]ontent)? (?:by|BY):? {_NAMES}[.]?",
    rf"(?:By|BY|by|Written by|Story by|Words by|Text by|Author:) {_NAMES}(?: ?\|.{{0,60}})?",
    rf"(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Ee]dited|[Tt]ranslated|[Cc]ompiled)(?: and \w+ing)? by {_NAMES}"
    rf"(?:[;,.] ?(?:[Aa]dditional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting)(?: and \w+)? by {_NAMES})*\.?",
    flags=0,
)
_CLOCK = (
    r"(?:\d+(?:st|nd|rd|th)?|[ap]\.?m\.?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|gmt|utc|[ecmp][sd]?t|bst|cet|on|at|ago|hours?|minutes?|days?"
    r"|published|updated|posted|last|first|modified)"
)
_DATED = re.compile(
    r"(?:(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?:?|\d+ (?:hours?|minutes?|days?) ago)"
    rf"(?:[\s,.:/|•–-]|\b{_CLOCK}\b)*",
    re.IGNORECASE,
)

_SAID = re.compile(r"\b(?:said|says|told|tells|added|wrote|writes|announced|claimed|asked|according to)\b", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.!?…])[\"')\]]*\s+")
_DECORATION = re.compile(r"^[^\w\"'“‘«(@©$€£]+")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "\u200b": "", "\ufeff": ""})

_SHARING = frozenset(
    "share tweet facebook twitter whatsapp linkedin reddit pinterest telegram messenger flipboard email print instagram youtube "
    "bluesky threads mastodon tumblr pocket".split()
)
_AROUND_SHARING = frozenset(
    "e-mail mail pin save copy link bookmark on via this to click x sms opens in new window with article story post page rss or and".split()
)


def is_boilerplate(line: str) -> bool:
    """Whether a line (or paragraph) is none of the article's own content, judged by itself.

    >>> is_boilerplate("READ MORE: The mayor says sorry"), is_boilerplate("Read more books, the minister told pupils.")
    (True, False)
    """
    if not any(character.isalnum() for character in line):
        return True
    if len(line) > _LONGEST:
        return False
    plain = " ".join(line.translate(_STRAIGHT).split())
    plain = _DECORATION.sub("", plain)
    if _LABELLED.match(plain) or _DATED.fullmatch(plain) or _is_sharing(plain) or is_credit(plain) or _is_breadcrumb(plain):
        return True
    return all(_is_boilerplate_sentence(sentence) for sentence in _SENTENCES.split(plain) if sentence)


def is_credit(line: str) -> bool:
    """Whether the line names only whose picture or report it is."""
    return bool(_CREDIT.fullmatch(line.rstrip(" ,.;")))


def _is_boilerplate_sentence(sentence: str) -> bool:
    if _FORM.fullmatch(sentence):
        return True
    return bool(_ADDRESSED.fullmatch(sentence) or _NOTICE.fullmatch(sentence)) and not _SAID.search(sentence)


def _is_sharing(plain: str) -> bool:
    """Whether the words are nothing but the names of share buttons."""
    words = re.findall(r"[a-z-]+", plain.lower())
    return any(word in _SHARING for word in words) and all(word in _SHARING or word in _AROUND_SHARING for word in words)


def _is_breadcrumb(plain: str) -> bool:
    """Whether it is a trail of sections: "Home > News > Politics"."""
    parts = re.split(r"\s*[>›»|•·]\s*|\s+/\s+", plain)
    if len(parts) < 3 and not (len(parts) == 2 and re.search("[>›»]", plain)):
        return False
    return len(plain) < 100 and all(0 < len(part.split()) <= 3 and not part.endswith((".", "!", "?")) for part in parts)
