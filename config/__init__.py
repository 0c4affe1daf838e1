"""What is set from outside. Imports nothing of ours."""
