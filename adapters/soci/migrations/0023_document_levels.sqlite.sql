-- What acts said last of the level of a document in a case: 0 open, 1 internal, 2 secret. Without a
-- row it is as wide as the case. Same meaning as 0023_document_levels.postgresql.sql.

create table document_level (
    case_id bigint not null references case_file (id),
    hash text not null references document (hash),
    level bigint not null,
    primary key (case_id, hash)
);
