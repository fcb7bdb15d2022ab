"""The generator of chain tellings keeps its promises: variety, determinism, and one difference per broken telling."""

from collections.abc import Mapping

import pytest

from tests.chain.telling import CLIENTS, COMPANIES, FIRM_TRADES, STEPS, SURNAMES, VENDOR_TRADES, Construction, tell, tell_broken

SEEDS = range(300)


def test_the_word_lists_are_long_enough() -> None:
    """Forty names of each sort and twenty trades, none listed twice."""
    for names in (SURNAMES, COMPANIES):
        assert len(set(names)) == len(names) >= 40
    assert len(set(CLIENTS)) == len(CLIENTS)
    trades = VENDOR_TRADES + FIRM_TRADES
    assert len(set(trades)) == len(trades) >= 20


@pytest.mark.parametrize("step", STEPS)
def test_each_step_has_six_constructions_of_six_wordings(step: Mapping[str, Construction]) -> None:
    """The six constructions are those named, each with at least six verbs or nouns."""
    assert list(step) == ["passive", "relative clause", "participle", "nominal", "apposition", "two sentences"]
    for frames, words in step.values():
        assert frames
        assert len(set(words)) >= 6


@pytest.mark.parametrize("seed", SEEDS)
def test_a_seed_always_draws_the_same_article(seed: int) -> None:
    """Nothing but the seed decides a telling."""
    assert tell(seed) == tell(seed)
    assert tell_broken(seed) == tell_broken(seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_article_names_its_whole_chain(seed: int) -> None:
    """Every link of the chain is in the text, and the text is clean."""
    for telling in (tell(seed), tell_broken(seed)):
        assert all(name in telling.text for name in telling.chain)
        assert len(set(telling.chain)) == 4
        assert not any(flaw in telling.text for flaw in ("{", "}", "|", "..", "  ", " ,", " ."))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_broken_telling_differs_in_one_step(seed: int) -> None:
    """The same chain and the same paragraphs, but for the one that states the broken step."""
    whole, broken = tell(seed), tell_broken(seed)
    assert whole.broken is None
    assert broken.broken is not None
    assert whole.chain == broken.chain
    pairs = list(zip(whole.text.split("\n\n"), broken.text.split("\n\n"), strict=True))
    [(_, changed)] = [pair for pair in pairs if pair[0] != pair[1]]
    assert any(name in changed for name in whole.chain[broken.broken[0] :][:2])


def test_every_step_is_broken_both_ways() -> None:
    """Over many seeds each step is both denied and planned."""
    assert {tell_broken(seed).broken for seed in SEEDS} == {(step, kind) for step in range(3) for kind in ("denied", "planned")}
