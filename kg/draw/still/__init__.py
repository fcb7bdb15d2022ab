"""A still picture of a graph for print: its names and arrows placed by Graphviz, drawn as SVG, and turned into PNG or PDF by Typst."""
