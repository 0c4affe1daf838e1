"""Pictures that go with cards, drawn off the event loop: an episode's moments, and a passage to be posted elsewhere."""
