"""Texts and postings on disk, made from files and kept up to date with them."""
