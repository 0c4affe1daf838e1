"""The texts of a library in one SQLite file, which says of itself whether it is whole."""
