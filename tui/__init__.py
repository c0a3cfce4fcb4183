"""The reader: an article, its actors and their positions side by side in a terminal."""

__version__ = "0.1.0"
