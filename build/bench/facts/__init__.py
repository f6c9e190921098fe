"""The model of facts: its pages, its fitting, its figures on pages it did not see."""
