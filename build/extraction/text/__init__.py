"""A text as the script sees it: regions, paragraphs, sentences, spans in quotation marks."""
