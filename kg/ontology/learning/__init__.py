"""From annotated sentences to Turtle: trigger words, names and what the recogniser's labels mean, for a person to read and edit."""
