-- What somebody has read of the copies they were sent stands behind those that wait, and its number on
-- each page of their boxes: found without walking everything they ever did.
-- Same meaning as 0026_read_copies.postgresql.sql.

create index act_reading_by_person on act (by_person, kind, entered_at, case_id, seq)
    where kind = 'circulation.read';
