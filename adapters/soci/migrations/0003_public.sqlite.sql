-- What the public sends in and what it is shown. Same meaning as 0003_public.postgresql.sql.
-- comment: opinions, wishes for a hearing and applications to take part in one, each numbered
-- within its case. issue, outcome and reason are the office's working notes until an act decides.

alter table comment add column purpose text not null default 'opinion';
alter table comment add column number bigint not null default 0;
alter table comment add column receipt text not null default '';
alter table comment add column notice bigint not null default 0;
alter table comment add column kind text not null default 'citizen';
alter table comment add column side text not null default '';
alter table comment add column identity text not null default '';
alter table comment add column received_on text not null default '';
alter table comment add column entered_by bigint not null default 0;
alter table comment add column issue text not null default '';
alter table comment add column outcome text not null default '';
alter table comment add column reason text not null default '';
create unique index comment_by_receipt on comment (receipt) where receipt <> '';
create unique index comment_by_number on comment (case_id, number) where number > 0;
create index comment_by_issue on comment (case_id, purpose, issue, id);

create table comment_document (
    comment bigint not null references comment (id),
    position bigint not null,
    hash text not null references document (hash),
    name text not null,
    primary key (comment, position)
);
create index comment_document_by_hash on comment_document (hash);

-- The acts that make something public, derived from the acts: lists and the feed read it.
create table public_notice (
    case_id bigint not null,
    seq bigint not null,
    kind text not null,
    from_day text not null,
    until_day text not null,
    primary key (case_id, seq),
    foreign key (case_id, seq) references act (case_id, seq)
);
create index public_notice_by_end on public_notice (kind, until_day, case_id);
create index public_notice_by_day on public_notice (kind, from_day, case_id);
create index public_notice_newest on public_notice (from_day, case_id, seq);

insert into public_notice (case_id, seq, kind, from_day, until_day)
    select case_id, seq, kind,
        json_extract(body, case kind when 'participation.published' then '$.opens_on'
            when 'participation.feedback_given' then '$.given_on'
            when 'hearing.postponed' then '$.noticed_on' else '$.published_on' end),
        json_extract(body, case kind when 'participation.published' then '$.closes_on'
            when 'participation.feedback_given' then '$.given_on'
            when 'hearing.announced' then '$.hearing_on'
            when 'hearing.postponed' then '$.new_day' else '$.published_on' end)
    from act where kind in ('participation.published', 'hearing.announced', 'hearing.postponed',
        'hearing.listed', 'hearing.answered', 'publication.published')
        or kind = 'participation.feedback_given'
        and json_extract(body, '$.way') = 'collective_online';

-- What the server signs with; made when it is first needed.
create table kept_secret (
    name text primary key,
    value text not null
);
