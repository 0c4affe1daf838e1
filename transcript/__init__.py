"""Transcripts: read, kept, searched. Knows nothing of Discord."""
