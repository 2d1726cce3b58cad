-- Whether a case was filed under a number before is asked whenever one is archived (JC-25).
-- Same meaning as 0033_numbers_of_files.postgresql.sql.

create index passage_of_file_number on passage (words) where path = 'archive_number';
