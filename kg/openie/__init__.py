"""Propositions as text: open extraction, a sentence's tuples of subject, relation and arguments, without any ontology's relations."""
