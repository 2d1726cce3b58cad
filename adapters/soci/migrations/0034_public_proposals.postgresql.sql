-- What the public proposes to decide is kept like its opinions, on the catalogue of the year: what
-- it is about and what law it rests on stand beside its words.
-- Same meaning as 0034_public_proposals.sqlite.sql.

alter table comment add column title text collate "C" not null default '';
alter table comment add column basis text collate "C" not null default '';
