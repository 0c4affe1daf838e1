"""The quote of the day: the post, what is set up, what comes, and what stands in its way."""
