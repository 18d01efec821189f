"""Sunlit beside Hugo, Zola, Eleventy and Pelican: one content, the same pages, measured."""
