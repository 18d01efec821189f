"""What follows from the content: checks across files, summaries, totals, ranks, lists, changes."""
