"""The papers that a text tells of: found in its sentences, told apart, and written as rows.

`wording` has the turns of phrase; `receivers` and `sendings` find sentences by which papers went to
somebody; `belonging` says which act another sentence is about; `cells` and `demands` make what a
row says, `doubts` the questions, and `acts` the whole of an act.
"""
