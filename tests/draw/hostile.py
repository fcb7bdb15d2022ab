"""A view whose every text tries to break out, in names, titles, addresses and sentences."""

from __future__ import annotations

from kg.store.oxigraph import OxigraphStore
from tests.draw.view import Said, Told, store_of, trig

BREAKOUT = "</script><script>document.title='owned'</script><!--<script>"
IMAGE = "<img src=x onerror=\"document.title='owned'\">"
RTL = "شركة \u202eالاتصالات\u202c"
LONG = "Ö" * 10_000
SEPARATORS = "line\u2028paragraph\u2029end \\u003c {{script}} {{data}} & &amp; '\" `${1}`"
TEXT = f"{BREAKOUT} paid {IMAGE}. {RTL} hired 👩‍👩‍👧‍👦 for {SEPARATORS}. The end is long."
ARTICLES = {
    "bad": Told(TEXT, BREAKOUT, IMAGE, "2020-13-99<b>", "javascript:alert(1)"),
    "worse": Told(TEXT, "data address", RTL, None, "data:text/html,<script>alert(1)</script>"),
    "broken": Told(TEXT, None, None, None, "https://exa mple.org:port/"),
    "good": Told(TEXT, "a good address", None, None, 'https://example.org/?a=1&b="><script>'),
}
ENTITIES: dict[str, tuple[str, ...]] = {
    "script": ("Firm", BREAKOUT, IMAGE, LONG),
    "image": ("Firm", IMAGE, SEPARATORS),
    "rtl": ("Person", RTL),
    "long": ("Person", LONG),
    "family": ("Group", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦"),
    "empty": ("Firm", ""),
}
ROWS = [
    Said("script", "paid", "image", f"paid {IMAGE}", "rtl", article="bad", amount=BREAKOUT, when=IMAGE, reported_by="script"),
    Said("rtl", "hired", "family", f"{RTL} hired 👩‍👩‍👧‍👦", "image", article="worse"),
    Said("script", "hired", "long", "is long", "long", article="broken", status="denied", modality="planned"),
    Said("long", "paid", "empty", "The end", article="good"),
    Said("script", "paid", "script", "paid", article="good"),
]
AXIOMS = f'kg:paid rdfs:label "paid {IMAGE.replace(chr(34), "")}" . kg:Firm rdfs:label "firm </style><b>" .'


def hostile_store() -> OxigraphStore:
    """Five statements in four articles, none of them well meant."""
    return store_of(trig(ARTICLES, ENTITIES, ROWS, AXIOMS))
