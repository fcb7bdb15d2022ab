"""Reading files into articles."""
