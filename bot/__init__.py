"""The bot as a process: its client, its errors, its command line."""
