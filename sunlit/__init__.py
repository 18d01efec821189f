"""Sunlit: a static public transparency site from Markdown and YAML, one folder per community."""

__version__ = "0.1.0"
