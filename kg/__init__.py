"""Articles in, a knowledge graph out, with the sentence and the speaker for every fact."""
