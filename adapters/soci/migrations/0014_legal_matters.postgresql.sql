-- Procedures of several families stand in one table; lists and their indexes go by family: the part
-- of the shape before '/'. Same meaning as 0014_legal_matters.sqlite.sql.

alter table case_file add column family text collate "C" not null default '';
update case_file set family = split_part(shape, '/', 1);

drop index case_by_unit;
drop index case_by_phase;
drop index case_by_matter;
drop index case_by_year;
drop index case_by_closing;
create index case_of_family on case_file (family, id, level);
create index case_by_unit on case_file (family, unit, id, level, phase, closed, opened_in);
create index case_by_phase on case_file (family, phase, id, level, unit, closed, opened_in);
create index case_by_matter on case_file (family, matter, id, level);
create index case_by_year on case_file (family, opened_in, id, level, unit, phase, closed);
create index case_by_closing on case_file (family, closed, id, level, unit, phase, opened_in);

-- What the list of legal matters shows beside the case. amount is in fen and counts only where
-- amount_state is 'known'; 'none' and 'unknown' are no numbers.
create table legal_matter (
    case_id bigint primary key references case_file (id),
    received_on text collate "C" not null,
    received_in bigint not null,
    counterparty text collate "C" not null,
    basis text collate "C" not null,
    amount_state text collate "C" not null,
    amount bigint not null
);
create index legal_matter_by_year on legal_matter (received_in, case_id);
create index legal_matter_by_amount on legal_matter (amount_state, case_id);

-- Who advised in what, and when: for the files of the advisers.
create table adviser_part (
    case_id bigint not null,
    seq bigint not null,
    adviser text collate "C" not null,
    part text collate "C" not null,
    year bigint not null,
    primary key (case_id, seq, adviser),
    foreign key (case_id, seq) references act (case_id, seq)
);
create index adviser_part_of on adviser_part (adviser, year, case_id, seq);

insert into adviser_part (case_id, seq, adviser, part, year)
    select case_id, seq, by_name, 'opinion', cast(substr(counts_on, 1, 4) as bigint)
    from act where kind = 'legality_review.adviser_opined' and by_role = 'legal_adviser';
