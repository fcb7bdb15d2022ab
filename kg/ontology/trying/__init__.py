"""What is found in a sentence, and why."""
