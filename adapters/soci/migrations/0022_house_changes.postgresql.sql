-- Organs and units that were renamed or closed, the password before a reset, and what the house works
-- by. Same meaning as 0022_house_changes.sqlite.sql.

-- The day from which an organ or a unit is closed; empty: it is not. The names before the present
-- one: [{"name": "...", "until": "2026-03-02"}, ...], or empty.
alter table organ add column closed_on text collate "C" not null default '';
alter table organ add column former_names text collate "C" not null default '';
alter table unit add column closed_on text collate "C" not null default '';
alter table unit add column former_names text collate "C" not null default '';

-- What a reset took away: it is not chosen again. Empty: there was no reset since the last choice.
alter table person add column former_password text collate "C" not null default '';

-- What came into force last, of each setting: [{"part_name": "...", "sha256": "..."}, ...].
create table setting_in_force (
    setting text collate "C" not null primary key,
    parts text collate "C" not null
);
