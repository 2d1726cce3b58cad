-- Tasks of one kind of matter and of one chapter in the order of their due days, whatever unit they
-- are for: what has little of either would else be looked for among all tasks.
-- Same meaning as 0027_narrowed_by_due_day.postgresql.sql.

create index task_due_of_matter on task (matter, due, id, chapter, unit, sponsor, kind);
create index task_due_of_chapter on task (chapter, due, id, matter, unit, sponsor, kind);
