"""The models of facts: their training pages, their fitting, their scores on unseen pages."""
