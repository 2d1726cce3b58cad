-- The register of normative documents, derived from their acts. Same meaning as
-- 0016_normative_documents.postgresql.sql. Days are texts; an empty one: none. standing is how far a
-- document has come whatever the day; what its light says today follows from it and the days.

create table normative_document (
    case_id bigint primary key references case_file (id),
    level text not null,
    document_number text not null,
    published_on text not null,
    effective_on text not null,
    valid_until text not null,
    address text not null,
    standing text not null
);
create index normative_document_by_end on normative_document (standing, valid_until, case_id);
create index normative_document_by_level on normative_document (level, case_id);
