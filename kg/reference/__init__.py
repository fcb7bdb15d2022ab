"""An ontology as a page to read: `kg ontology docs`."""

from kg.reference.page import page

__all__ = ["page"]
