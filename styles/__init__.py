"""The style sheets, one for each widget's module; found by path, this package only carries them."""
