"""What the commands of `build.py` share, and the commands that write new content."""
