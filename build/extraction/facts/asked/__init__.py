"""What a demand asks for, found by rules and by a learned model, and the deadline."""
