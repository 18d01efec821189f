"""Tasks, their outputs and their publication. Knows nothing of sites."""
