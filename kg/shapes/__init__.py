"""SHACL shapes, made from an ontology or written by hand, and what in a store violates them."""
