"""Photos of a telephone's size to four widths, beside other picture tools, at equal quality."""
