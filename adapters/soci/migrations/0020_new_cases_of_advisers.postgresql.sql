-- The first part of an adviser in a case in a year is marked, so that their cases are a sum and need
-- not be told apart. Same meaning as 0020_new_cases_of_advisers.sqlite.sql.

alter table adviser_part add column new_case bigint not null default 0;
update adviser_part set new_case = 1 where not exists (
    select 1 from adviser_part e
    where e.adviser = adviser_part.adviser and e.year = adviser_part.year
    and e.case_id = adviser_part.case_id and e.seq < adviser_part.seq);
drop index adviser_part_in;
create index adviser_part_in on adviser_part (year, adviser, case_id, new_case);
