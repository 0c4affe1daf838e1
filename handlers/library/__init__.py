"""What each server may see of the library, and its own part of it."""
