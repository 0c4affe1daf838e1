"""The commands of `python -m transcript`, a module each."""
