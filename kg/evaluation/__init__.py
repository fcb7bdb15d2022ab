"""How good facts are: held against what people marked in the same articles."""
