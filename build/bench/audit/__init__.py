"""An audit: values drawn at random, judged by readers who see the words, not the values."""
