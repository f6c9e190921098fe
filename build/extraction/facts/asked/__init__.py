"""What a demand asks for, by rules and by a learned model, and by when."""
