from __future__ import annotations

import pytest
from spacy.language import Language

from tests.gold.benchmark import Measured, measure


@pytest.fixture(scope="session")
def measured(nlp: Language) -> Measured:
    """All articles, read once."""
    return measure(nlp)
