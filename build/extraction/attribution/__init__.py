"""Who said a quotation: rules, candidates, and the choice among them."""
