"""What members use: a module a family of commands, and what they share."""
