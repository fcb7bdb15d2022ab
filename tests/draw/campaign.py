"""A made-up article of the kind the explorer is for, as a view: a campaign, its vendor, a call-centre firm and a prison service."""

from __future__ import annotations

from kg.store.oxigraph import OxigraphStore
from tests.draw.view import Said, Told, store_of, trig

TEXT = """📞 Halvorsen campaign drops a firm whose callers sit in prison

Ada Halvorsen’s presidential campaign, by way of a vendor, contracted with a call-center firm that relies on prison labor, the Meridian Ledger found.

The former governor of Westmark’s campaign contracted with a third-party vendor, Brightline Outreach, to reach voters, the paper wrote. Brightline hired Telcora, which operates two call centers inside Tallis state prisons, in the spring. It’s unclear whether inmates were hired to do the polling. 🗳️

“Nobody had told us,” Halvorsen spokeswoman Priya Nandakumar wrote on Monday. “As of today we no longer deal with that subcontractor. The campaign did not hire Telcora.”

Telcora pays the Tallis Department of Corrections $7.25 an hour for calls that the women make, the Ledger reported, and the department transfers part of it to the women. Telcora denied paying the women less than the law demands. The department’s website says that inmates earn up to $20 per month. Gov. Lena Ostrander will visit the Red Fork prison, her office said. The Tallis state prisons lie in rural Oklahoma.

The Fair Work Institute criticized Telcora and plans to sue the department. Senator Jonas Weil, who backs a ban on prison calls, may investigate the firm. Telcora is owned by Corvane Holdings, which also owns Redwood Data. Corvane’s chief executive, Marta Quill, met with Ostrander at the Plains Forum in Westmark on Dec. 11, 2019. Weil, a member of the Unity Party, endorsed Halvorsen. Halvorsen is running for president.
"""  # noqa: E501

SECOND = """Corvane’s Telcora won prison contract

Telcora was hired by Brightline Outreach for phone banking, two people who know the contract said. Marta Quill runs Corvane Holdings.
"""

ARTICLES = {
    "first": Told(TEXT, TEXT.splitlines()[0], "The Daily Postil", "2019-12-24", "https://example.org/2019/12/halvorsen"),
    "second": Told(SECOND, "Corvane’s Telcora won prison contract", "Westmark Wire", "2020-01-03"),
}

ENTITIES: dict[str, tuple[str, ...]] = {
    "campaign": ("Campaign", "Halvorsen campaign", "Ada Halvorsen’s presidential campaign"),
    "brightline": ("Company", "Brightline Outreach", "third-party vendor", "vendor", "Brightline"),
    "telcora": ("Company", "Telcora", "call-center firm"),
    "centers": ("CallCenter", "two call centers"),
    "prisons": ("Prison", "Tallis state prisons"),
    "redfork": ("Prison", "Red Fork prison"),
    "oklahoma": ("Place", "Oklahoma"),
    "westmark": ("Place", "Westmark"),
    "ledger": ("NewsOutlet", "Meridian Ledger", "the Ledger"),
    "priya": ("Person", "Priya Nandakumar"),
    "halvorsen": ("Person", "Ada Halvorsen"),
    "governor": ("Office", "governor of Westmark"),
    "president": ("Office", "president"),
    "doc": ("GovernmentBody", "Tallis Department of Corrections", "the department"),
    "women": ("Group", "women"),
    "inmates": ("Group", "inmates"),
    "labor": ("Asset", "prison labor"),
    "website": ("Work", "department’s website"),
    "ostrander": ("Person", "Lena Ostrander"),
    "institute": ("Organization", "Fair Work Institute"),
    "weil": ("Person", "Jonas Weil"),
    "ban": ("Work", "ban on prison calls"),
    "corvane": ("Company", "Corvane Holdings"),
    "redwood": ("Company", "Redwood Data"),
    "quill": ("Person", "Marta Quill"),
    "forum": ("Event", "Plains Forum"),
    "party": ("Party", "Unity Party"),
    "nobody": ("Unstated",),
    "sources": ("Group", "two people who know the contract"),
}

ROWS = [
    Said("campaign", "contracted", "brightline", "contracted with a third-party vendor, Brightline Outreach", "ledger"),
    Said("campaign", "contracted", "telcora", "contracted with a call-center firm", "ledger"),
    Said("brightline", "hired", "telcora", "Brightline hired Telcora", when="in the spring"),
    Said("brightline", "hired", "telcora", "Telcora was hired by Brightline Outreach", "sources", article="second"),
    Said("telcora", "operates", "centers", "operates two call centers"),
    Said("centers", "located_in", "prisons", "two call centers inside Tallis state prisons"),
    Said("prisons", "located_in", "oklahoma", "The Tallis state prisons lie in rural Oklahoma"),
    Said("nobody", "hired", "inmates", "It’s unclear whether inmates were hired", status="possible"),
    Said("telcora", "used", "labor", "a call-center firm that relies on prison labor", "ledger"),
    Said("priya", "spokesperson_for", "halvorsen", "Halvorsen spokeswoman Priya Nandakumar"),
    Said("campaign", "ended_ties_with", "telcora", "we no longer deal with that subcontractor", "priya"),
    Said("campaign", "hired", "telcora", "The campaign did not hire Telcora", "priya", status="denied"),
    Said("telcora", "paid", "doc", "Telcora pays the Tallis Department of Corrections $7.25 an hour", "ledger", amount="$7.25 an hour"),
    Said("doc", "paid", "women", "the department transfers part of it to the women", "ledger", amount="part of it"),
    Said("telcora", "paid", "women", "Telcora denied paying the women less than the law demands", "telcora", status="denied"),
    Said("doc", "paid", "inmates", "inmates earn up to $20 per month", "website", amount="up to $20 per month"),
    Said("doc", "supplied", "telcora", "for calls that the women make", "ledger"),
    Said("ostrander", "visited", "redfork", "Gov. Lena Ostrander will visit the Red Fork prison", "ostrander", status="planned"),
    Said("ostrander", "holds_office", "governor", "Gov. Lena Ostrander"),
    Said("institute", "criticized", "telcora", "The Fair Work Institute criticized Telcora"),
    Said("institute", "sued", "doc", "plans to sue the department", status="planned"),
    Said("weil", "supports", "ban", "who backs a ban on prison calls"),
    Said("weil", "investigated", "telcora", "may investigate the firm", status="possible"),
    Said("corvane", "owns", "telcora", "Telcora is owned by Corvane Holdings"),
    Said("corvane", "owns", "redwood", "which also owns Redwood Data"),
    Said("quill", "leads", "corvane", "Corvane’s chief executive, Marta Quill"),
    Said("quill", "leads", "corvane", "Marta Quill runs Corvane Holdings", article="second"),
    Said("quill", "met_with", "ostrander", "met with Ostrander", when="Dec. 11, 2019"),
    Said("quill", "attended", "forum", "met with Ostrander at the Plains Forum", when="Dec. 11, 2019"),
    Said("ostrander", "attended", "forum", "met with Ostrander at the Plains Forum", when="Dec. 11, 2019"),
    Said("forum", "located_in", "westmark", "the Plains Forum in Westmark", when="Dec. 11, 2019"),
    Said("weil", "member_of", "party", "Weil, a member of the Unity Party"),
    Said("weil", "endorsed", "halvorsen", "endorsed Halvorsen"),
    Said("halvorsen", "candidate_for", "president", "Halvorsen is running for president"),
    Said("halvorsen", "holds_office", "governor", "The former governor of Westmark", when="former"),
    Said("redfork", "part_of", "doc", "Red Fork prison, her office said", status="denied", modality="planned"),
]

_RELATIONS = sorted({row.relation for row in ROWS} | {"operates_in"})
AXIOMS = "\n".join(
    [f"kg:{name} a owl:ObjectProperty ; rdfs:label {name.replace('_', ' ')!r} ." for name in _RELATIONS]
    + [
        "kg:operates_in owl:propertyChainAxiom ( kg:operates kg:located_in ) . kg:located_in a owl:TransitiveProperty .",
        'kg:Agent rdfs:label "agent" . kg:Person rdfs:label "person" ; rdfs:subClassOf kg:Agent .',
        'kg:Organization rdfs:label "organization" ; rdfs:subClassOf kg:Agent . kg:Group rdfs:label "group" ; rdfs:subClassOf kg:Agent .',
        'kg:Facility rdfs:label "facility" . kg:Place rdfs:label "place" . kg:Office rdfs:label "office" . kg:Event rdfs:label "event" .',
        'kg:Work rdfs:label "work" . kg:Asset rdfs:label "asset" .',
    ]
    + [
        f"kg:{name} rdfs:label {label!r} ; rdfs:subClassOf kg:{above} ."
        for name, label, above in [
            ("Company", "company", "Organization"),
            ("Campaign", "campaign", "Organization"),
            ("NewsOutlet", "news outlet", "Organization"),
            ("GovernmentBody", "government body", "Organization"),
            ("Party", "party", "Organization"),
            ("Prison", "prison", "Facility"),
            ("CallCenter", "call center", "Facility"),
        ]
    ]
)

INFERENCES = """
<urn:kg:i-1> a kg:Inference ; rdf:subject :telcora ; rdf:predicate kg:operates_in ; rdf:object :prisons ;
  prov:wasDerivedFrom <urn:kg:article/first#s-004>, <urn:kg:article/first#s-005> .
<urn:kg:i-2> a kg:Inference ; rdf:subject :centers ; rdf:predicate kg:located_in ; rdf:object :oklahoma ;
  prov:wasDerivedFrom <urn:kg:article/first#s-005>, <urn:kg:article/first#s-006> .
<urn:kg:i-3> a kg:Inference ; rdf:subject :telcora ; rdf:predicate kg:operates_in ; rdf:object :oklahoma ;
  prov:wasDerivedFrom <urn:kg:article/first#s-004>, <urn:kg:article/first#s-005>, <urn:kg:article/first#s-006> .
<urn:kg:i-4> a kg:Inference ; rdf:subject :telcora ; rdf:predicate kg:hired_by ; rdf:object :brightline ;
  prov:wasDerivedFrom <urn:kg:article/first#s-002> .
<urn:kg:i-5> a kg:Inference ; rdf:subject :brightline ; rdf:predicate kg:dealing ; rdf:object :telcora ;
  prov:wasDerivedFrom <urn:kg:article/first#s-002> .
"""


def campaign_store() -> OxigraphStore:
    """The made-up article and a second one, with 28 names and 36 statements."""
    return store_of(campaign_trig())


def campaign_trig() -> str:
    """The same as TriG."""
    return trig(ARTICLES, ENTITIES, ROWS, AXIOMS, INFERENCES)
