"""Text as words: folding, terms, stems, sounds, amounts, sentences, and how common words are."""
