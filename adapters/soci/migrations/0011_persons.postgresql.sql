-- Tasks in the hands of somebody by name, and who took over the seat of whoever left. Same meaning
-- as 0011_persons.sqlite.sql.

-- 0: whoever holds the seat. Few tasks are somebody's by name.
alter table task add column person bigint not null default 0;
create index task_due_of_person on task (person, due, id) where person <> 0;
create index task_received_of_person on task (person, received_at, id) where person <> 0;

-- Who took over an appointment that was ended by a handing over (离职转办); 0: nobody.
alter table appointment add column successor bigint not null default 0;
create index appointment_by_successor on appointment (successor, role, unit) where successor <> 0;

update appointment set successor = coalesce((
    select s.id from act a
    join person s on s.login = (a.body::json ->> 'successor')
    join person p on p.login = (a.body::json ->> 'login')
    where a.kind = 'appointments.handed_over' and p.id = appointment.person
    and (a.body::json ->> 'last_day') = appointment.until_day
    order by a.case_id desc, a.seq desc limit 1), 0)
where for_person = 0 and until_day <> '';

-- Who needs to know of a secret case, one word for each unit, role, seat or person; of other cases
-- there is nothing. Derived from the acts. Cases that are secret when this step is taken get theirs
-- at the next start: no calendar is in force then, so that everything is derived anew.
create table case_part (
    case_id bigint not null references case_file (id),
    part text collate "C" not null,
    primary key (part, case_id)
);
create index case_part_of on case_part (case_id);
delete from calendar_in_force;

-- What a person often writes (常用语), in their own order.
create table own_phrase (
    person bigint not null references person (id),
    position bigint not null,
    words text collate "C" not null,
    primary key (person, position)
);
