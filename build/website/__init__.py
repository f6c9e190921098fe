"""The dataset as pages to look at. May import publish, texts and reviewed."""
