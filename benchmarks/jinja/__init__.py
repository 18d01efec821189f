"""Templates for the two peers whose languages agree on this much: Nunjucks and Jinja."""
