"""Use cases: build, check, new, schema, sample, explain, serve. Only here are effects wired."""
