-- Looked up for every page: the unread notices of one person. And what was finished so long ago
-- that it is taken away. Same meaning as 0012_kept_so_long.sqlite.sql.
drop index notice_unread;
create index notice_unread on notice (person, read_at, case_id) where read_at = '';
create index notice_read on notice (read_at) where read_at <> '';
create index notice_told on notice (at);
-- The notice of a letter that is not through stays.
create index delivery_open on delivery (notice) where state in ('waiting', 'dead');
create index delivery_over on delivery (changed_at) where state in ('sent', 'dropped');
