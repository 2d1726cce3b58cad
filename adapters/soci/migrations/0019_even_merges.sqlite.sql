-- The index of words is put together a little at each commit, by word_index, and not much at once by
-- FTS5. Same meaning as 0019_even_merges.postgresql.sql.

insert into passage_pieces (passage_pieces, rank) values ('automerge', 0);
insert into passage_pieces (passage_pieces, rank) values ('crisismerge', 64);
insert into case_pieces (case_pieces, rank) values ('automerge', 0);
insert into case_pieces (case_pieces, rank) values ('crisismerge', 64);
insert into matter_pieces (matter_pieces, rank) values ('automerge', 0);
insert into matter_pieces (matter_pieces, rank) values ('crisismerge', 64);
