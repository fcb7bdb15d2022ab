"""Asking a store: named queries, their parameters, the names of entities, and how answers are shown."""
