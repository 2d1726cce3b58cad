-- Who did what in a case, and when, without its acts' bodies: the acts of a few cases are counted and
-- sorted from this. Same meaning as 0021_acts_of_cases.sqlite.sql.

create index act_of_case_by_person on act (case_id, by_person, entered_at, seq, kind);
