"""Frozen records of the domain: what a community's files say, and nothing about files."""
