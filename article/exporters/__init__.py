"""Ways out of the format: one module a form, one function each."""
