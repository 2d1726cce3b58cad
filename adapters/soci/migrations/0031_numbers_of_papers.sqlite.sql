-- Whether a number was given to a paper before is asked whenever one is typed (JC-25).
-- Same meaning as 0031_numbers_of_papers.postgresql.sql.

create index passage_of_number on passage (words) where path = 'document_number';
