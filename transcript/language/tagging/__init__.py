"""The words of a text one by one, each with its kind, what pauses beside it and what classes it is of; phrase lists."""

from transcript.language.tagging.lists import Phrase, listed, paraphrase_groups, paraphrases, split_phrases
from transcript.language.tagging.reader import read_words
from transcript.language.tagging.word import Kind, Word

__all__ = ["Kind", "Phrase", "Word", "listed", "paraphrase_groups", "paraphrases", "read_words", "split_phrases"]
