"""A live store over HTTP: pages, a JSON API, and SPARQL by its protocol."""
