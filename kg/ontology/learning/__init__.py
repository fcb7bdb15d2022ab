"""From annotated sentences to Turtle: examples, trigger words, names, and what tells a class, for a person to read and edit."""
