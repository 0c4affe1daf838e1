"""The commands and buttons that members use: a module a family, and what they share."""
