-- How well rows and cells are known, for the marks beside our sentences.

--- at_least
-- One row is a number that words put as the least: table, row and column.
-- with: doubts.at_least
FROM at_least;

--- witnessed
-- One row is a cell whose value a witness gives.
-- with: doubts.secondhand, doubts.cell_told, doubts.witnessed
FROM witnessed;

--- unseen
-- One row is a cell whose value no witness gives, and `who` gives it.
-- with: doubts.secondhand, doubts.cell_told, doubts.unseen
FROM unseen;

--- inferred
-- One row is a cell that a reader's reasoning gives, alone or as all that witnesses have, and `in_words`, who says it in words if no witness does.
-- with: doubts.inferred, doubts.secondhand, doubts.cell_told, doubts.reasoned
FROM reasoned;

--- disputed
-- One row is an event on which sources disagree, and `words` that say on what.
-- with: doubts.dispute, doubts.disputed
FROM disputed;

--- sending_disputes
-- One row is a day of an act on which sources disagree: `act_id`, `column_name`, and the sending's `event_id`.
-- with: doubts.sending_dispute
FROM sending_dispute;

--- before_court
-- One row is a reason given out of court, before any ruling on its acts.
-- with: doubts.before_court
FROM before_court;

--- not_named
-- One row is an event on several acts with an act whose recipient no witness names, and `who` names it.
-- with: doubts.secondhand, doubts.not_named
FROM not_named;

--- marks
-- One row is an act with the marks of the sentence on who sent what to whom, as `in_short` has them.
-- with: overview
FROM marks;
