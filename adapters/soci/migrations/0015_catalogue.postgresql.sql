-- The yearly catalogue of decisions. Same meaning as 0015_catalogue.sqlite.sql.
-- stands_for: what a case is the only one of its procedure for in its organ, such as a year.

alter table case_file add column stands_for text collate "C" not null default '';
create index case_standing_for on case_file (stands_for, id) where stands_for <> '';

-- What acts say of entries of a catalogue and the decisions that carry them out, derived from the
-- acts. A start that names no entry has one row without item. decision: the number of the case,
-- where it is not the case of the act.
create table catalogue_mention (
    case_id bigint not null,
    seq bigint not null,
    position bigint not null,
    year bigint not null,
    item text collate "C" not null,
    decision text collate "C" not null,
    primary key (case_id, seq, position),
    foreign key (case_id, seq) references act (case_id, seq)
);
create index catalogue_mention_of on catalogue_mention (year, item, case_id);
create index catalogue_mention_by on catalogue_mention (decision) where decision <> '';

insert into catalogue_mention (case_id, seq, position, year, item, decision)
    select a.case_id, a.seq, e.position - 1, (e.value ->> 'year')::bigint, e.value ->> 'item', ''
    from act a, json_array_elements(a.body::json -> 'catalogue') with ordinality e (value, position)
    where a.kind = 'intake.start_decided';
insert into catalogue_mention (case_id, seq, position, year, item, decision)
    select case_id, seq, 0, substr(body::json ->> 'decided_on', 1, 4)::bigint, '', ''
    from act where kind = 'intake.start_decided'
    and coalesce(json_array_length(body::json -> 'catalogue'), 0) = 0;
