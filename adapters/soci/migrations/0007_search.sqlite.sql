-- Words to search: every line, prose and document name of every act, and the titles of cases.
-- Same meaning as 0007_search.postgresql.sql. The trigram indexes hold no words of their own; the
-- triggers keep them in step with the rows, in the transaction of the act.

create table passage (
    id integer primary key,
    case_id bigint not null,
    seq bigint not null,
    path text not null,
    words text not null,
    foreign key (case_id, seq) references act (case_id, seq)
);
create index passage_of on passage (case_id, seq);

create virtual table passage_words using fts5 (words, content = 'passage', content_rowid = 'id', tokenize = 'trigram');
create trigger passage_came after insert on passage begin insert into passage_words (rowid, words) values (new.id, new.words); end;
create trigger passage_went after delete on passage begin insert into passage_words (passage_words, rowid, words) values ('delete', old.id, old.words); end;

create virtual table case_words using fts5 (number, title, content = 'case_file', content_rowid = 'id', tokenize = 'trigram');
create trigger case_words_came after insert on case_file begin insert into case_words (rowid, number, title) values (new.id, new.number, new.title); end;
create trigger case_words_moved after update of number, title on case_file when old.title <> new.title or old.number <> new.number begin insert into case_words (case_words, rowid, number, title) values ('delete', old.id, old.number, old.title); insert into case_words (rowid, number, title) values (new.id, new.number, new.title); end;
insert into case_words (case_words) values ('rebuild');
