"""Text to model: located YAML, front matter, Markdown, and the scan for personal data."""
