-- 字号: which papers a unit numbers, under which mark, from which day; and the numbers given. A
-- number is given in the transaction of the act that issues the paper and never taken back, so that
-- a series has neither gaps nor doubles. Same meaning as 0004_document_numbers.sqlite.sql.

create table numbering (
    unit text collate "C" not null references unit (code),
    kind text collate "C" not null,
    from_day text collate "C" not null,
    mark text collate "C" not null,
    primary key (unit, kind, from_day)
);

create table document_number (
    organ text collate "C" not null references organ (code),
    mark text collate "C" not null,
    year bigint not null,
    number bigint not null,
    case_id bigint not null,
    seq bigint not null,
    primary key (organ, mark, year, number),
    unique (case_id, seq),
    foreign key (case_id, seq) references act (case_id, seq)
);
