"""The held texts: regions, sentences, and which sentences are used."""
