-- How widely a case may be known: 0 open, 1 internal, 2 secret. Same meaning as
-- 0002_confidentiality.postgresql.sql. The level follows from the acts; here it is worked out once
-- for the cases that are there, as the procedure does from now on.

alter table case_file add column level bigint not null default 1;

update case_file set level = 0 where exists (
    select 1 from act a where a.case_id = case_file.id
    and a.kind in ('participation.published', 'hearing.announced', 'publication.published'));

update case_file set level = 2 where exists (
    select 1 from act a where a.case_id = case_file.id and a.kind = 'drafting.assessed'
    and json_extract(a.body, '$.secret') = 1
    and not exists (
        select 1 from act later where later.case_id = a.case_id and later.seq > a.seq
        and later.kind = 'drafting.assessed'));

alter table act add column by_represents bigint not null default 0;

-- The level stands in every index that counts or lists, so that none of them reads the table for it.
drop index case_by_phase;
create index case_by_phase on case_file (shape, phase, closed, level);
drop index case_by_unit;
create index case_by_unit on case_file (unit, id, level);
drop index case_by_matter;
create index case_by_matter on case_file (matter, id, level);
drop index case_by_year;
create index case_by_year on case_file (opened_in, id, level);
drop index case_by_closing;
create index case_by_closing on case_file (closed, id, level);
create index case_above on case_file (level, id);
drop index task_for;
create index task_for on task (role, unit, id, case_id);

-- The sums by level; `figures` tells how many figures a sum is made of, since a sum may be zero.
drop table figure_total;
create table figure_total (
    year bigint not null,
    indicator text not null,
    level bigint not null,
    value bigint not null,
    figures bigint not null,
    primary key (year, indicator, level)
);
insert into figure_total (year, indicator, level, value, figures)
    select f.year, f.indicator, c.level, sum(f.value), count(*)
    from figure f join case_file c on c.id = f.case_id
    group by f.year, f.indicator, c.level;
