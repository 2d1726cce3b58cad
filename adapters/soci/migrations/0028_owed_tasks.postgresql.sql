-- More of what is owed is a task now. Records that are there get theirs at the next start: no
-- calendar is in force then, so that everything is derived anew.
-- Same meaning as 0028_owed_tasks.sqlite.sql.

delete from calendar_in_force;
