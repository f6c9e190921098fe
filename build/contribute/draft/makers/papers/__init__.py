"""The papers that a text mentions: found in its sentences, told apart, and written as rows.

`wording` has the turns of phrase; `receivers` and `sendings` find sentences that say that papers
went to somebody; `belonging` says which act another sentence is about; `cells` and `demands` make
the content of rows, `doubts` makes the questions, and `acts` makes whole acts.
"""
