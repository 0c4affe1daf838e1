"""Cards, made of domain values: text and buttons as data. Pure; owns Discord's limits."""
