"""From a parsed article to statements."""
