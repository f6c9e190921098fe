"""The held texts: regions, sentences, and which sentence is used. May import reviewed."""
