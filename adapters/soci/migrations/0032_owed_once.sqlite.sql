-- An act that several seats may do is owed once: one of its tasks leads (engine/leading_seats.hpp),
-- and lists and sums of what units owe have that one alone. Indexes that are walked past whatever
-- else there is have it, so that it is passed over in the index.
-- Same meaning as 0032_owed_once.postgresql.sql.

alter table task add column leads bigint not null default 1;

drop index task_due;
drop index task_received_at;
drop index task_due_of_matter;
drop index task_due_of_chapter;
create index task_due on task (due, id, matter, chapter, unit, sponsor, kind, leads);
create index task_received_at on task (received_at, id, matter, chapter, unit, sponsor, kind, leads);
create index task_due_of_matter on task (matter, due, id, chapter, unit, sponsor, kind, leads);
create index task_due_of_chapter on task (chapter, due, id, matter, unit, sponsor, kind, leads);

-- Records that are there are derived anew at the next start: no calendar is in force then.
delete from calendar_in_force;
