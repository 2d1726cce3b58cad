-- The register of normative documents, derived from their acts. Same meaning as
-- 0016_normative_documents.sqlite.sql. Days are texts; an empty one: none. standing is how far a
-- document has come whatever the day; what its light says today follows from it and the days.

create table normative_document (
    case_id bigint primary key references case_file (id),
    level text collate "C" not null,
    document_number text collate "C" not null,
    published_on text collate "C" not null,
    effective_on text collate "C" not null,
    valid_until text collate "C" not null,
    address text collate "C" not null,
    standing text collate "C" not null
);
create index normative_document_by_end on normative_document (standing, valid_until, case_id);
create index normative_document_by_level on normative_document (level, case_id);
