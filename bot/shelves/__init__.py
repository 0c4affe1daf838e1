"""The process that reads and indexes, and what the bot does to have it and to see what it has done."""
