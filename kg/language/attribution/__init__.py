"""Who says what: source, cue and content of every attribution."""

from kg.language.attribution.layer import attributions

__all__ = ["attributions"]
