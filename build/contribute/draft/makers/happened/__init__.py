"""What happened to the papers: answers, steps in court, who acts, and the rows of events."""
