-- The edition of the law by which a record was derived (engine/law_edition.hpp): another one derives
-- everything anew at the next start. What is here was derived under none that is known.
-- Same meaning as 0029_edition_of_the_law.sqlite.sql.

alter table calendar_in_force add column edition text collate "C" not null default '';
