-- Lists of what many units answer for, narrowed: the order of the list has what it is narrowed by, so
-- that what is passed over is passed over in the index. Notices of one unit are found without those
-- of the others. Same meaning as 0018_narrowed_lists.postgresql.sql.

-- The kind of matter of its case, as the sponsor stands there since 0013_speed.
alter table task add column matter text not null default '';
update task set matter = (select c.matter from case_file c where c.id = task.case_id);
drop index task_due;
drop index task_received_at;
create index task_due on task (due, id, matter, chapter, unit, sponsor, kind);
create index task_received_at on task (received_at, id, matter, chapter, unit, sponsor, kind);

-- The unit of its case.
alter table public_notice add column unit text not null default '';
update public_notice set unit = (select c.unit from case_file c where c.id = public_notice.case_id);
create index public_notice_of_unit on public_notice (kind, unit, from_day, case_id, seq);
