"""Three invented articles with gold, and facts that hold every kind of case."""

from __future__ import annotations

from pathlib import Path

from kg.evaluation.facts import read_facts
from kg.evaluation.gold import read_gold
from kg.evaluation.rules import Rules
from kg.evaluation.scoring import compare
from kg.ontology.load import load

HERE = Path(__file__).parent
GOLD_FOLDER, FACTS_FILE = HERE / "gold", HERE / "facts.jsonl"
ONTOLOGY = load()
RULES = Rules.of(ONTOLOGY)
GOLD, FACTS = read_gold(GOLD_FOLDER), read_facts(str(FACTS_FILE))
COMPARISONS = compare(GOLD, FACTS, RULES)
