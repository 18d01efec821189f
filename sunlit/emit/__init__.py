"""Values to bytes: pages through Jinja, feeds, open data, the sitemap."""
