"""Photos: what a file is, and the picture made of it. Pixels only are published."""
