-- What pages count and look for, at a million cases. Same meaning as 0013_speed.sqlite.sql.
-- The sums of cases and of waiting tasks, by level as figure_total is; a sum of nothing has no row.

create table case_total (
    unit text collate "C" not null,
    shape text collate "C" not null,
    phase text collate "C" not null,
    closed bigint not null,
    opened_in bigint not null,
    level bigint not null,
    cases bigint not null,
    primary key (unit, shape, phase, closed, opened_in, level)
);
insert into case_total (unit, shape, phase, closed, opened_in, level, cases)
    select unit, shape, phase, closed, opened_in, level, count(*) from case_file
    where version > 0 group by unit, shape, phase, closed, opened_in, level;

-- The unit that sponsors the case of a task, so that an index has its tasks in their order.
alter table task add column sponsor text collate "C" not null default '';
update task set sponsor = (select c.unit from case_file c where c.id = task.case_id);
create index task_due_of_sponsor on task (sponsor, due, id);
create index task_received_of_sponsor on task (sponsor, received_at, id);
drop index task_due_of_unit;
create index task_due_of_unit on task (unit, due, id, sponsor);
create index task_received_of_unit on task (unit, received_at, id, sponsor);
create index task_received_at on task (received_at, id);

-- Tasks by when they are due. Each is in several sums: of all that wait (span 0, no period) and, if
-- its clock runs, of its year, its month and its day (span 4, 7, 10: so many letters of the day).
-- What was due before today is then a few years, months and days, however much is late.
create table task_total (
    span bigint not null,
    period text collate "C" not null,
    sponsor text collate "C" not null,
    unit text collate "C" not null,
    chapter text collate "C" not null,
    kind text collate "C" not null,
    in_working_days bigint not null,
    level bigint not null,
    tasks bigint not null,
    primary key (span, period, sponsor, unit, chapter, kind, in_working_days, level)
);
insert into task_total (span, period, sponsor, unit, chapter, kind, in_working_days, level, tasks)
    select s.span, substr(t.due, 1, s.span), t.sponsor, t.unit, t.chapter, t.kind,
        t.in_working_days, c.level, count(*)
    from task t join case_file c on c.id = t.case_id
    cross join (select 0 as span union all select 4 union all select 7 union all select 10) s
    where s.span = 0 or (t.stopped = 0 and t.due < '9999-12-31')
    group by 1, 2, 3, 4, 5, 6, 7, 8;
create index case_total_empty on case_total (cases) where cases = 0;
create index task_total_empty on task_total (tasks) where tasks = 0;

-- Lists are read in their order behind any of their filters; the other filters stand in the index,
-- so that what does not pass is never fetched. Counts come from case_total.
drop index act_by_person;
create index act_by_person on act (by_person, entered_at, case_id, seq, kind);
drop index case_by_phase;
drop index case_phase;
drop index case_standing;
drop index case_by_unit;
drop index case_by_year;
drop index case_by_closing;
create index case_by_shape on case_file (shape, id, level);
create index case_by_unit on case_file (unit, id, level, phase, closed, opened_in);
create index case_by_phase on case_file (phase, id, level, unit, closed, opened_in);
create index case_by_year on case_file (opened_in, id, level, unit, phase, closed);
create index case_by_closing on case_file (closed, id, level, unit, phase, opened_in);

-- Words to search stay as they are: PostgreSQL finds words of any length in the rows (0007_search).
