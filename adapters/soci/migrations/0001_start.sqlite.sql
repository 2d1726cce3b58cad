-- The record as it began. Same meaning as 0001_start.postgresql.sql, one number for both.
-- Instants are UTC text with milliseconds, days are YYYY-MM-DD. Both sort as text and an auditor
-- can read them. Nothing is null, an empty text means that there is none.
-- BIGINT rather than INTEGER, since SOCI reads a column declared INTEGER as 32 bits.

create table organ (
    code text primary key,
    name text not null,
    level text not null,
    place text not null,
    parent text not null
);

create table unit (
    code text primary key,
    name text not null,
    organ text not null references organ (code)
);

create table person (
    id integer primary key,
    login text not null unique,
    name text not null,
    password text not null,
    may_sign_in bigint not null,
    failures bigint not null,
    locked_until text not null,
    created_at text not null
);

create table appointment (
    id integer primary key,
    person bigint not null references person (id),
    role text not null,
    unit text not null references unit (code),
    from_day text not null,
    until_day text not null
);
create index appointment_of on appointment (person);

create table session (
    token_hash text primary key,
    person bigint not null references person (id),
    appointment bigint not null references appointment (id),
    csrf text not null,
    created_at text not null,
    seen_at text not null,
    expires_at text not null
);
create index session_of on session (person);

create table case_file (
    id integer primary key,
    number text not null unique,
    shape text not null,
    place text not null,
    opened_at text not null,
    opened_in bigint not null,
    title text not null,
    unit text not null,
    matter text not null,
    phase text not null,
    closed bigint not null,
    version bigint not null,
    last_hash text not null,
    stages text not null,
    changed_at text not null
);
create index case_by_phase on case_file (shape, phase, closed);
create index case_by_unit on case_file (unit, id);
create index case_by_matter on case_file (matter, id);
create index case_by_year on case_file (opened_in, id);
create index case_by_closing on case_file (closed, id);

create table act (
    case_id bigint not null references case_file (id),
    seq bigint not null,
    act_id text not null unique,
    kind text not null,
    body text not null,
    by_person bigint not null,
    by_name text not null,
    by_role text not null,
    by_unit text not null,
    by_on_behalf_of text not null,
    entered_at text not null,
    counts_on text not null,
    origin text not null,
    previous_hash text not null,
    hash text not null,
    primary key (case_id, seq)
);

create table task (
    id integer primary key,
    case_id bigint not null references case_file (id),
    chapter text not null,
    kind text not null,
    role text not null,
    unit text not null,
    opens_on text not null
);
create index task_of on task (case_id, chapter, kind);
create index task_for on task (role, unit, id);

create table figure (
    id integer primary key,
    case_id bigint not null,
    seq bigint not null,
    indicator text not null,
    year bigint not null,
    value bigint not null,
    foreign key (case_id, seq) references act (case_id, seq)
);
create index figure_of on figure (case_id);
create index figure_behind on figure (indicator, year, id);

-- The sums of figure, kept so that a year's page does not add up a million rows.
create table figure_total (
    year bigint not null,
    indicator text not null,
    value bigint not null,
    primary key (year, indicator)
);

create table document (
    hash text primary key,
    size bigint not null,
    media_type text not null,
    name text not null,
    uploaded_by bigint not null,
    uploaded_at text not null
);

create table document_use (
    hash text not null references document (hash),
    case_id bigint not null,
    seq bigint not null,
    primary key (hash, case_id, seq),
    foreign key (case_id, seq) references act (case_id, seq)
);
create index document_use_of on document_use (case_id);

create table comment (
    id integer primary key,
    comment_id text not null unique,
    case_id bigint not null references case_file (id),
    name text not null,
    contact text not null,
    words text not null,
    channel text not null,
    received_at text not null
);
create index comment_on on comment (case_id, id);

create table outbox (
    id integer primary key,
    kind text not null,
    body text not null,
    created_at text not null,
    sent_at text not null
);
create index outbox_unsent on outbox (id) where sent_at = '';

create table counter (
    name text primary key,
    reached bigint not null
);
