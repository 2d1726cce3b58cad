-- A case belongs to the organ of its sponsoring unit (JC-18), and figures are summed by organ and family
-- of cases. Same meaning as 0024_organs.sqlite.sql.

alter table case_file add column organ text collate "C" not null default '';
update case_file set organ = coalesce((select u.organ from unit u where u.code = case_file.unit), '');
create index case_of_organ on case_file (family, organ, id);
create index unit_of_organ on unit (organ, code);

drop table figure_total;
create table figure_total (
    year bigint not null,
    indicator text collate "C" not null,
    organ text collate "C" not null,
    family text collate "C" not null,
    level bigint not null,
    value bigint not null,
    figures bigint not null,
    primary key (year, indicator, organ, family, level)
);
insert into figure_total (year, indicator, organ, family, level, value, figures)
    select f.year, f.indicator, c.organ, c.family, c.level, sum(f.value), count(*)
    from figure f join case_file c on c.id = f.case_id
    group by f.year, f.indicator, c.organ, c.family, c.level;

-- Who has a part in a case is kept of every case now (JC-19). Those that are there get theirs at the
-- next start: no calendar is in force then, so that everything is derived anew.
delete from calendar_in_force;
