"""The panes and bars of the reader; each paints itself from the view and posts requests."""
