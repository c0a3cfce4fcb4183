"""Other people's texts, read so that an article can be made of them: one module a format."""
