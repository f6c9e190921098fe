"""Rules of grammar that give one quotation a speaker from its own sentence, or rule one out."""
