-- That papers are brought to the file of a case that is over is a task now. Records that are there
-- get theirs at the next start: no calendar is in force then, so that everything is derived anew.
-- Same meaning as 0036_papers_owed.sqlite.sql.

delete from calendar_in_force;
