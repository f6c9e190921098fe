"""The models of facts: their pages, their fitting, their figures on unseen pages; words alike."""
