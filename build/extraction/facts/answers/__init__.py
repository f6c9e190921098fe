"""What a recipient answers: by verbs, by verbs with a noun, and by turns of phrase."""
