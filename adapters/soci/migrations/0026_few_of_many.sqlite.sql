-- Each page of somebody's boxes counts what there is little of: the copies that they have read, among
-- all that they ever did, and the tasks at rest, among all that wait for their seats. An index of
-- these few leads to them.
-- Same meaning as 0026_few_of_many.postgresql.sql.

create index act_reading_by_person on act (by_person, kind, entered_at, case_id, seq)
    where kind = 'circulation.read';
create index task_at_rest on task (role, unit, person) where stopped = 1 or opens_on <> '';
