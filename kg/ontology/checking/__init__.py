"""What is wrong with an ontology, what may be, and whether its examples teach what they should."""
