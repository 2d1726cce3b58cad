-- Equal bytes are one document; each who brought them knows it by the name that they gave it. Of the
-- forms that a page has for one kind of act each has a draft of its own. A notice of a task is over
-- with it; one of what an act tells by itself is not. Same meaning as
-- 0025_own_names.sqlite.sql.

create table document_upload (
    hash text collate "C" not null references document (hash),
    person bigint not null,
    name text collate "C" not null,
    uploaded_at text collate "C" not null,
    primary key (hash, person)
);
insert into document_upload (hash, person, name, uploaded_at)
    select hash, uploaded_by, name, uploaded_at from document where uploaded_by > 0;
alter table document drop column uploaded_by;
alter table document drop column uploaded_at;

alter table form_draft add column part text collate "C" not null default '';
alter table form_draft alter column part drop default;
alter table form_draft drop constraint form_draft_person_case_id_shape_kind_key;
alter table form_draft add unique (person, case_id, shape, kind, part);

alter table notice add column of_task bigint not null default 1;
