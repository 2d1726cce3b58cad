-- Who did what in a case, and when, without its acts' bodies: the acts of a few cases are counted and
-- sorted from this. What somebody opened is found by the person, not by the unit.
-- Same meaning as 0021_acts_of_cases.postgresql.sql.

create index act_of_case_by_person on act (case_id, by_person, entered_at, seq, kind);
drop index act_opening_of_unit;
create index act_opening_by_person on act (by_person, case_id, seq) where seq = 1;
