-- Desks: since when a task waits and until when, and what a person keeps at the desk.
-- Same meaning as 0005_desks.postgresql.sql. A task without a limit is due on 9999-12-31, so that
-- lists by due day end with those. Rows of before get their values when the server starts next:
-- no calendar is in force yet, so that all limits are reckoned.

alter table task add column since bigint not null default 0;
alter table task add column received_at text not null default '';
alter table task add column limit_name text not null default '';
alter table task add column due text not null default '9999-12-31';
alter table task add column in_working_days bigint not null default 0;
alter table task add column stopped bigint not null default 0;
drop index task_for;
create index task_received on task (role, unit, received_at, id);
create index task_due_of_seat on task (role, unit, due, id);
create index task_due_of_unit on task (unit, due, id);
create index task_due on task (due, id);

create index case_standing on case_file (unit, closed, opened_in, level);
create index case_phase on case_file (phase, level);
create index act_by_person on act (by_person, entered_at, case_id, seq);
create index act_opening_of_unit on act (by_unit, case_id) where seq = 1;

-- The holiday lists by which limits were reckoned, the last one in force.
create table calendar_in_force (
    id integer primary key,
    fingerprint text not null,
    since text not null,
    cases bigint not null,
    moved bigint not null
);

create table form_draft (
    id integer primary key,
    person bigint not null references person (id),
    case_id bigint not null,
    shape text not null,
    kind text not null,
    fields text not null,
    kept_at text not null,
    unique (person, case_id, shape, kind)
);
create index form_draft_of on form_draft (person, kept_at, id);

create table saved_view (
    id integer primary key,
    person bigint not null references person (id),
    box text not null,
    name text not null,
    query text not null,
    unique (person, box, name)
);

create table chosen_columns (
    person bigint not null references person (id),
    box text not null,
    columns text not null,
    primary key (person, box)
);
