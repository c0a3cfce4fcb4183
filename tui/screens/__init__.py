"""The screens: the reader, and what is laid over it."""
