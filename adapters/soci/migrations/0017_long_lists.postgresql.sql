-- The register of legal matters at a million of them, what waits on the leader's page, and who
-- advised in a year. Same meaning as 0017_long_lists.sqlite.sql.

-- What the register is narrowed by stands in one table, and in each index of it: behind any filter
-- the others are checked before a row is fetched. unit, kind and closed are those of the case.
alter table legal_matter add column unit text collate "C" not null default '';
alter table legal_matter add column kind text collate "C" not null default '';
alter table legal_matter add column closed bigint not null default 0;
update legal_matter set (unit, kind, closed) =
    (select c.unit, c.matter, c.closed from case_file c where c.id = legal_matter.case_id);
drop index legal_matter_by_year;
drop index legal_matter_by_amount;
create index legal_matter_by_unit on legal_matter (unit, case_id, kind, received_in, amount_state, closed);
create index legal_matter_by_year on legal_matter (received_in, case_id, unit, kind, amount_state, closed);
create index legal_matter_by_kind on legal_matter (kind, case_id, unit, received_in, amount_state, closed);
create index legal_matter_by_amount on legal_matter (amount_state, case_id, unit, kind, received_in, closed);
create index legal_matter_by_closing on legal_matter (closed, case_id, unit, kind, received_in, amount_state);

-- The words of the register: trigrams of the rows themselves, as those of titles and numbers are.
create index legal_matter_words on legal_matter using gin (lower(counterparty) gin_trgm_ops);

-- Who advised in a year, from an index alone.
create index adviser_part_in on adviser_part (year, adviser, case_id);

-- The sums of what waits without the kinds of tasks, in the order in which the page adds them up.
-- Copies to read are no work that waits, and in none of them.
drop table task_total;
create table task_total (
    span bigint not null,
    period text collate "C" not null,
    sponsor text collate "C" not null,
    chapter text collate "C" not null,
    unit text collate "C" not null,
    in_working_days bigint not null,
    level bigint not null,
    tasks bigint not null,
    primary key (span, period, sponsor, chapter, unit, in_working_days, level)
);
insert into task_total (span, period, sponsor, chapter, unit, in_working_days, level, tasks)
    select s.span, substr(t.due, 1, s.span), t.sponsor, t.chapter, t.unit, t.in_working_days,
        c.level, count(*)
    from task t join case_file c on c.id = t.case_id
    cross join (select 0 as span union all select 4 union all select 7 union all select 10) s
    where t.kind <> 'circulation.read'
        and (s.span = 0 or (t.stopped = 0 and t.due < '9999-12-31'))
    group by 1, 2, 3, 4, 5, 6, 7;
create index task_total_empty on task_total (tasks) where tasks = 0;

-- A task is found among those of its case; the tasks of one kind (copies to read) and of one chapter
-- among those of a seat.
drop index task_of;
create index task_of on task (case_id, chapter, kind, role, unit, person);
create index task_of_kind on task (kind, role, unit, received_at, id);
create index task_of_chapter on task (chapter, role, unit, received_at, id);

-- How many cases a unit opened, from an index alone.
drop index act_opening_of_unit;
create index act_opening_of_unit on act (by_unit, case_id, seq) where seq = 1;
