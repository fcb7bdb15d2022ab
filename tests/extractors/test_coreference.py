"""Who is meant: parts of names, acronyms, descriptions, pronouns."""

from __future__ import annotations

from spacy.language import Language

from tests.extractors.rows import Fact, Row, check, planned, read, row, table

HIRED = Fact("Redfern Logistics", "hired", "Brackwell Systems")


@table(
    row("Helen Marsh arrived. Marsh hired Owen Strand.", Fact("Helen Marsh", "hired", "Owen Strand")),
    row("Marsh hired Owen Strand. Helen Marsh arrived.", Fact("Helen Marsh", "hired", "Owen Strand")),
    row("The Federal Transit Board met. The FTB fined Vantor Energy.", Fact("Federal Transit Board", "penalized", "Vantor Energy")),
    row(
        "The network is a version of Norway Today, a broadcaster. NT hired Owen Strand.",
        Fact("Norway Today", "hired", "Owen Strand"),
        extra=True,
    ),
    row("Vantor Energy grew. Vantor paid Owen Strand.", Fact("Vantor Energy", "paid", "Owen Strand")),
    row("Mr. Bellamy smiled. Tom Bellamy founded Quillon Pictures.", Fact("Tom Bellamy", "founded", "Quillon Pictures")),
)
def test_names(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "Tom Bellamy and Ruth Bellamy arrived. Bellamy hired Owen Strand. Ruth smiled.",
        Fact("Tom Bellamy", "hired", "Owen Strand"),
    ),
    row(
        "Ruth Bellamy and Tom Bellamy arrived. Bellamy hired Owen Strand. Ruth smiled.",
        Fact("Tom Bellamy", "hired", "Owen Strand"),
    ),
    row(
        "Tom Bellamy and Ruth Bellamy arrived. Ruth Bellamy hired Owen Strand.",
        Fact("Ruth Bellamy", "hired", "Owen Strand"),
    ),
    row(
        "Ruth Bellamy rose. Tom Bellamy spoke. Ruth Bellamy left. “Ruth can sing,” a man said. Bellamy hired Owen Strand.",
        Fact("Ruth Bellamy", "hired", "Owen Strand"),
    ),
    row(
        "Tom Bellamy arrived. Ruth Bellamy left. Ruth Bellamy smiled. Tom Bellamy slept. Tom Bellamy ate. Mrs. Bellamy hired Owen Strand.",
        Fact("Ruth Bellamy", "hired", "Owen Strand"),
    ),
    row(
        "Ashlin Bellamy died. Mr Bellamy hired Owen Strand. Corin Bellamy, Ashlin's mother, left. Mrs Bellamy sued Vantor Energy.",
        Fact("Ashlin Bellamy", "hired", "Owen Strand"),
        Fact("Corin Bellamy", "sued", "Vantor Energy"),
        extra=True,
    ),
    row(
        "Ashlin Bellamy founded Vantor Energy. Bellamy hired Owen Strand. Ashlin is no sister of Corin Bellamy, a painter.",
        Fact("Ashlin Bellamy", "hired", "Owen Strand"),
        extra=True,
    ),
)
def test_a_surname_shared_by_two_means_who_is_never_called_by_the_given_name(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Miriam Tolve and Gregory Penn arrived. She hired Owen Strand.", Fact("Miriam Tolve", "hired", "Owen Strand")),
    row("Miriam Tolve and Gregory Penn arrived. He hired Owen Strand.", Fact("Gregory Penn", "hired", "Owen Strand")),
    row("Gregory Penn and Miriam Tolve arrived. He hired Owen Strand.", Fact("Gregory Penn", "hired", "Owen Strand")),
)
def test_a_given_name_tells_he_from_she(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("“I hired Owen Strand,” said Helen Marsh.", Fact("Helen Marsh", "hired", "Owen Strand", by="Helen Marsh")),
    row(
        "“I founded Quillon Pictures. I own it,” said Helen Marsh.",
        Fact("Helen Marsh", "founded", "Quillon Pictures", by="Helen Marsh"),
        Fact("Helen Marsh", "owns", "Quillon Pictures", by="Helen Marsh"),
    ),
    row("“My husband, Owen Strand, left,” said Helen Marsh.", Fact("Helen Marsh", "spouse_of", "Owen Strand", by="Helen Marsh")),
    row(
        "“I hired Owen Strand. We sued Vantor Energy,” said Tom Bellamy, chief executive of Lindmark Capital.",
        Fact("Tom Bellamy", "hired", "Owen Strand", by="Tom Bellamy"),
        Fact("Lindmark Capital", "sued", "Vantor Energy", by="Tom Bellamy"),
        Fact("Tom Bellamy", "leads", "Lindmark Capital"),
    ),
    row("“We acquired Corvane Industries,” said Halden Foods.", Fact("Halden Foods", "acquired", "Corvane Industries", by="Halden Foods")),
)
def test_the_first_person_before_its_speaker_is_named(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Helen Marsh smiled. She hired Owen Strand.", Fact("Helen Marsh", "hired", "Owen Strand")),
    row("Tom Bellamy smiled. He founded Quillon Pictures.", Fact("Tom Bellamy", "founded", "Quillon Pictures")),
    row("Redfern Logistics expanded. It hired Brackwell Systems.", HIRED),
    row("Redfern Logistics expanded, and it hired Brackwell Systems.", HIRED),
    row("Vantor Energy grew. Its chief executive, Tom Bellamy, smiled.", Fact("Tom Bellamy", "leads", "Vantor Energy")),
    row("Workers gathered. They sued Vantor Energy.", Fact("Workers", "sued", "Vantor Energy")),
    row("Victor Osei called his wife, Priya Nair.", Fact("Victor Osei", "spouse_of", "Priya Nair")),
    row("Priya Nair smiled. Tom Bellamy endorsed her.", Fact("Tom Bellamy", "endorsed", "Priya Nair")),
    row("Owen Strand waited. Police arrested him.", Fact("Police", "arrested", "Owen Strand")),
    row("Mr. Strand smiled as Ms. Reyes arrived. He hired her.", Fact("Strand", "hired", "Reyes")),
    row("Corvane Industries expanded before Halden Foods bought it.", Fact("Halden Foods", "acquired", "Corvane Industries")),
    row("It rained. Redfern Logistics hired Brackwell Systems.", HIRED),
    row("Helen Marsh herself hired Owen Strand.", Fact("Helen Marsh", "hired", "Owen Strand")),
)
def test_pronouns(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Redfern Logistics expanded. The company hired Brackwell Systems.", HIRED),
    row("A vendor won praise. The vendor hired Brackwell Systems.", Fact("vendor", "hired", "Brackwell Systems")),
    row(
        "Brackwell Systems is a call-center operator. The operator hired Owen Strand.",
        Fact("Brackwell Systems", "hired", "Owen Strand"),
    ),
    row(
        "Victor Osei, the founder of Quillon Pictures, arrived. The founder hired Carla Reyes.",
        Fact("Victor Osei", "founded", "Quillon Pictures"),
        Fact("Victor Osei", "hired", "Carla Reyes"),
    ),
    row("Redfern Logistics, a trucking firm, expanded. The trucking firm hired Brackwell Systems.", HIRED),
    row("The Alden Tribune grew. The newspaper hired Carla Reyes.", Fact("Alden Tribune", "hired", "Carla Reyes")),
    row("Redfern Logistics expanded. A company hired Brackwell Systems.", Fact("company", "hired", "Brackwell Systems")),
    row("The mayor, Ruth Calder, arrived. The mayor fired Owen Strand.", Fact("Ruth Calder", "dismissed", "Owen Strand"), extra=True),
    row("Helen Marsh arrived.\n\nThe company hired Corvane Industries.", Fact("company", "hired", "Corvane Industries")),
)
def test_descriptions(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "Both Tom and Ruth Bellamy arrived. Tom Bellamy smiled. Bellamy hired Owen Strand.",
        Fact("Tom Bellamy", "hired", "Owen Strand"),
    ),
)
def test_a_given_name_that_shares_a_surname(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "Miriam Tolve arrived. Helen Marsh, a banker, was calm. “Tolve never sued,” Marsh said. “She was not there.” "
        "She added that Owen Strand founded Quillon Pictures.",
        Fact("Owen Strand", "founded", "Quillon Pictures", by="Helen Marsh"),
    ),
)
def test_who_spoke_last_speaks_on(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "Norvale Group is backed by 18 states. Tom Bellamy governs Ohio, one of the states suing Norvale Group.",
        Fact("states", "sued", "Norvale Group"),
        extra=True,
    ),
)
def test_those_whom_a_clause_tells_apart_are_others(nlp: Language, one: Row) -> None:
    check(nlp, one)


HEADS = Fact("head of Halden Foods", "leads", "Halden Foods")


@table(
    row("Claire Tolve scolded him. The head of Halden Foods sued Owen Strand.", HEADS, extra=True),
    row(
        "Helen Marsh founded Quillon Pictures. The director of Vantor Energy sued her.",
        Fact("Helen Marsh", "founded", "Quillon Pictures"),
        Fact("director of Vantor Energy", "leads", "Vantor Energy"),
        Fact("director of Vantor Energy", "sued", "Helen Marsh"),
    ),
    row(
        "Tom Bellamy founded Quillon Pictures. The founder paid Owen Strand.",
        Fact("Tom Bellamy", "founded", "Quillon Pictures"),
        Fact("Tom Bellamy", "paid", "Owen Strand"),
    ),
    row(
        "Owen Strand smiled. “Strand has no shame,” said Tom Bellamy, a professor of surgery at Tolve University and the editor of a blog.",
        Fact("Tom Bellamy", "works_for", "Tolve University"),
        Fact("Tom Bellamy", "works_for", "blog"),
        Fact("Tom Bellamy", "leads", "blog"),
    ),
)
def test_a_description_that_says_whose_it_is_means_nobody_named_before(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Oklahoma sued. The country’s oldest mines are near.", extra=True),
    row(
        "The United States agreed. Oklahoma sued. The country’s mines are near.",
        Fact("country’s mines", "located_in", "United States"),
        extra=True,
    ),
    row("Norway agreed. The country hired Owen Strand.", Fact("Norway", "hired", "Owen Strand")),
)
def test_a_state_of_a_country_is_not_the_country(nlp: Language, one: Row) -> None:
    check(nlp, one)
    assert not [s for s in read(nlp, one.text)._.statements if getattr(s.object, "label", None) == "Oklahoma"]


@table(
    row(
        "Nominee Helen Marsh paid Owen Strand. This post has been updated with comment from Marsh.",
        Fact("Helen Marsh", "paid", "Owen Strand"),
    ),
    row(
        "Helen Marsh spoke. The Republican nominee sued Vantor Energy.",
        Fact("Helen Marsh", "sued", "Vantor Energy"),
        Fact("Helen Marsh", "nominated_by", "Republican"),
    ),
    row(
        "Helen Marsh met Tom Bellamy. The Republican nominee sued Vantor Energy.",
        Fact("Helen Marsh", "met_with", "Tom Bellamy"),
        Fact("Republican nominee", "sued", "Vantor Energy"),
        Fact("Republican nominee", "nominated_by", "Republican"),
    ),
    row("Vantor Energy grew. The firm that Marsh hired sued Owen Strand.", Fact("firm", "sued", "Owen Strand"), extra=True),
)
def test_a_description_means_somebody_named_where_it_can_mean_nobody_else(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "The Senate Committee on Fisheries fined Vantor Energy. Owen Strand lobbied the Senate.",
        Fact("Senate Committee on Fisheries", "penalized", "Vantor Energy"),
        Fact("Owen Strand", "lobbied", "Senate"),
    ),
)
def test_a_part_of_a_body_is_not_the_body(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "Helen Marsh met Tom Bellamy. The other man sued Vantor Energy.",
        Fact("Helen Marsh", "met_with", "Tom Bellamy"),
        Fact("other man", "sued", "Vantor Energy"),
    ),
    row(
        "The other party hired Owen Strand. The winning party sued Vantor Energy.",
        Fact("other party", "hired", "Owen Strand"),
        Fact("winning party", "sued", "Vantor Energy"),
    ),
)
def test_another_is_somebody_else(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "Owen Strand gave $5 million to Forward Norby, a super PAC. Helen Marsh gave $1 million to a super PAC.",
        Fact("Owen Strand", "funded", "Forward Norby", amount="$5 million"),
        Fact("Helen Marsh", "funded", "super PAC", amount="$1 million"),
    ),
    row("The Norby Plan helps. Each firm wrote its own plan.", Fact("firm", "authored", "plan")),
)
def test_one_of_a_kind_is_not_the_one_named_before(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "Carla Reyes leads the union's campaign to stop Helen Marsh. Marsh smiled. Owen Strand funded her campaign.",
        Fact("Owen Strand", "funded", "campaign"),
        extra=True,
    ),
)
def test_what_one_owns_is_not_what_another_owns(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "Tom Bellamy and his wife Ada spoke. Her husband hired Owen Strand. Ada left. Her first husband sued Vantor Energy.",
        Fact("Tom Bellamy", "hired", "Owen Strand"),
        Fact("first husband", "sued", "Vantor Energy"),
        extra=True,
    ),
    row(
        "Tom Bellamy and Ada Bellamy, his former wife, left. The day was cold. The road was wet. The rain fell. The wind rose. "
        "The lamp broke. The court heard of the candidate's rights, and of those of his former wife. The candidate hired Owen Strand.",
        Fact("Tom Bellamy", "hired", "Owen Strand"),
        extra=True,
    ),
    row(
        "Tom Bellamy and Ada Bellamy, his former wife, left. A plumber came with his former wife. The plumber hired Owen Strand.",
        Fact("Ada Bellamy", "spouse_of", "Tom Bellamy", when="former"),
        Fact("wife", "spouse_of", "plumber", when="former"),
        Fact("plumber", "hired", "Owen Strand"),
    ),
    row(
        "Tom Bellamy's wife, Ada, smiled. The mayor and his wife left. The mayor hired Owen Strand.",
        Fact("Ada", "spouse_of", "Tom Bellamy"),
        Fact("wife", "spouse_of", "mayor"),
        Fact("mayor", "hired", "Owen Strand"),
    ),
)
def test_whose_wife_or_husband(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "A court opened the file on Tom Bellamy's divorce from wife Ada. "
        "The records tell of the steel magnate and Republican nominee's health. The nominee hired Owen Strand.",
        Fact("Tom Bellamy", "hired", "Owen Strand"),
        extra=True,
    ),
    row(
        "Tom Bellamy came with his running mate Helen Marsh. The Republican vice presidential nominee hired Owen Strand.",
        Fact("Republican vice presidential nominee", "hired", "Owen Strand"),
        extra=True,
    ),
)
def test_a_nominee_is_none_who_came_as_anothers(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Vic Tranter is not the father of Ruth Calder.", Fact("Vic Tranter", "parent_of", "Ruth Calder", "denied")),
    row("Vic Tranter was never the husband of Ruth Calder.", Fact("Vic Tranter", "spouse_of", "Ruth Calder", "denied")),
)
def test_who_is_said_not_to_be_a_father_is_a_person_all_the_same(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        'Owen Strand wrote the novel "Salt and Silver". The novel was published by Quillon Media.',
        Fact("Owen Strand", "authored", "Salt and Silver"),
        Fact("Quillon Media", "published", "Salt and Silver"),
    ),
    row(
        "Owen Strand directed “What the Sea Knows,” a film. Quillon Media owns “What the Sea Knows”.",
        Fact("Quillon Media", "owns", "What the Sea Knows"),
        extra=True,
    ),
)
def test_what_has_a_title_is_known_by_it(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row("Nora Bornstein arrived. Ms. Bornsten hired Owen Strand.", Fact("Nora Bornstein", "hired", "Owen Strand")),
    row(
        "Nora Tilles arrived. Tiles says that Redfern Logistics hired Owen Strand.",
        Fact("Redfern Logistics", "hired", "Owen Strand", by="Nora Tilles"),
    ),
    row("Nora Lammers and Piet Lamers arrived. Lamers hired Owen Strand.", Fact("Piet Lamers", "hired", "Owen Strand")),
    row("Nora Lammer arrived. The Lammers hired Owen Strand.", Fact("Lammers", "hired", "Owen Strand")),
    row("Nora Martin arrived. Marvin hired Owen Strand.", Fact("Marvin", "hired", "Owen Strand")),
)
def test_a_surname_with_a_slip(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "The voters are in Ohio. The Marsh campaign lost money and, as a result, has to convince them to sue Vantor Energy.",
        planned("voters", "sued", "Vantor Energy"),
        extra=True,
    ),
)
def test_whom_one_has_to_convince_is_somebody_else(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "Calder Foods was founded by Joan Calder. Calder beat its rival. Calder hired Owen Strand.",
        Fact("Calder Foods", "hired", "Owen Strand"),
        extra=True,
    ),
    row(
        "Calder Foods was founded by Joan Calder. Calder beat her rival. Calder hired Owen Strand.",
        Fact("Joan Calder", "hired", "Owen Strand"),
        extra=True,
    ),
)
def test_a_firm_and_its_founder_of_one_name(nlp: Language, one: Row) -> None:
    check(nlp, one)


SAID_SO = "The head of Quillon Pictures said as much in a letter."


@table(
    row(
        f"{SAID_SO} The plan is “too dear,” Tom Bellamy wrote in the letter. Bellamy hired Owen Strand.",
        Fact("Tom Bellamy", "leads", "Quillon Pictures"),
        Fact("Tom Bellamy", "hired", "Owen Strand"),
        extra=True,
    ),
    row(  # he who says it elsewhere may be anyone
        f"{SAID_SO} The plan is “too dear,” Tom Bellamy wrote in a column.",
        Fact("head of Quillon Pictures", "leads", "Quillon Pictures"),
        extra=True,
    ),
    row(  # who he is was told
        f"{SAID_SO} The plan is “too dear,” Tom Bellamy, a baker, wrote in the letter.",
        Fact("head of Quillon Pictures", "leads", "Quillon Pictures"),
        extra=True,
    ),
    row(  # he was named before
        f"Tom Bellamy smiled. {SAID_SO} The plan is “too dear,” Tom Bellamy wrote in the letter.",
        Fact("head of Quillon Pictures", "leads", "Quillon Pictures"),
        extra=True,
    ),
)
def test_a_name_that_comes_a_sentence_late(nlp: Language, one: Row) -> None:
    check(nlp, one)


@table(
    row(
        "For the women's work Vantor Energy pays the city department $9 an hour, and the department hired them.",
        Fact("city department", "hired", "women"),
        extra=True,
    ),
    row(
        "Vantor Energy bought the corrections department a van, and Owen Strand hired them.",
        Fact("Owen Strand", "hired", "Vantor Energy"),
        extra=True,
    ),
)
def test_them_are_the_many_who_are_named_there(nlp: Language, one: Row) -> None:
    check(nlp, one)
