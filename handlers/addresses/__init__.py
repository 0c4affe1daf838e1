"""Addresses of answers: what a button leads to, fitted into its custom_id."""
