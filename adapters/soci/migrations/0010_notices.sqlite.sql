-- Who is told of what, and what goes out of the house. Same meaning as 0010_notices.postgresql.sql.
-- What was announced before this step is history; nobody is told of it now.
update outbox set sent_at = created_at where sent_at = '';

-- A task that an act brought, told to one person. No title: it is looked up by whoever may see it.
create table notice (
    id integer primary key,
    person bigint not null references person (id),
    case_id bigint not null,
    seq bigint not null,
    chapter text not null,
    kind text not null,
    due text not null,
    at text not null,
    read_at text not null,
    unique (person, case_id, seq, chapter, kind),
    foreign key (case_id, seq) references act (case_id, seq)
);
create index notice_of on notice (person, id);
create index notice_unread on notice (person, id) where read_at = '';
create index notice_of_act on notice (case_id, seq);

create table notice_address (
    person bigint primary key references person (id),
    address text not null,
    wants_mail bigint not null
);

-- Whoever knows the key reads the calendar of its person; only a hash is kept.
create table calendar_key (
    person bigint primary key references person (id),
    key_hash text not null unique,
    since text not null
);

-- Something on its way out. way: mail (of a notice) or webhook (of an act, notice is 0).
-- state: waiting, sent, dead (given up, until somebody looks) or dropped.
create table delivery (
    id integer primary key,
    way text not null,
    notice bigint not null,
    case_id bigint not null,
    seq bigint not null,
    tries bigint not null,
    due_at text not null,
    state text not null,
    fault text not null,
    created_at text not null,
    changed_at text not null,
    foreign key (case_id, seq) references act (case_id, seq)
);
create index delivery_due on delivery (way, due_at, id) where state = 'waiting';
create index delivery_dead on delivery (id) where state = 'dead';
create index delivery_of_act on delivery (case_id, seq);

create index appointment_by_role on appointment (role, unit);
