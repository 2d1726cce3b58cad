-- An appointment in which somebody takes the place of another; 0: an appointment of one's own.
-- Same meaning as 0006_substitution.sqlite.sql.

alter table appointment add column for_person bigint not null default 0;

-- How far an appointment sees where it is further than its role; empty: as its role.
alter table appointment add column cleared_to text collate "C" not null default '';
