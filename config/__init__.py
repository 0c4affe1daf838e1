"""Settings from outside: the operator's and each server's. Imports nothing of ours."""
