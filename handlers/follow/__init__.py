"""Following a phrase or a speaker: a message when a new episode has it."""
