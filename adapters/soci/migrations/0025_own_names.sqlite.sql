-- Equal bytes are one document; each who brought them knows it by the name that they gave it. Of the
-- forms that a page has for one kind of act each has a draft of its own. A notice of a task is over
-- with it; one of what an act tells by itself is not. Same meaning as
-- 0025_own_names.postgresql.sql.

create table document_upload (
    hash text not null references document (hash),
    person bigint not null,
    name text not null,
    uploaded_at text not null,
    primary key (hash, person)
);
insert into document_upload (hash, person, name, uploaded_at)
    select hash, uploaded_by, name, uploaded_at from document where uploaded_by > 0;
alter table document drop column uploaded_by;
alter table document drop column uploaded_at;

create table form_draft_by_part (
    id integer primary key,
    person bigint not null references person (id),
    case_id bigint not null,
    shape text not null,
    kind text not null,
    part text not null,
    fields text not null,
    kept_at text not null,
    unique (person, case_id, shape, kind, part)
);
insert into form_draft_by_part (id, person, case_id, shape, kind, part, fields, kept_at)
    select id, person, case_id, shape, kind, '', fields, kept_at from form_draft;
drop table form_draft;
alter table form_draft_by_part rename to form_draft;
create index form_draft_of on form_draft (person, kept_at, id);

alter table notice add column of_task bigint not null default 1;
