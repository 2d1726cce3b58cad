-- The log of what happens at the door: sign-ins, sign-outs, refused attempts, changes of accounts.
-- Each entry carries the hash of the one before. Same meaning as 0008_audit.sqlite.sql.
-- `times`: so many attempts that were alike, one after the other; `reason` is empty for what was done.

create table audit_entry (
    seq bigint primary key,
    at text collate "C" not null,
    kind text collate "C" not null,
    what text collate "C" not null,
    reason text collate "C" not null,
    person bigint not null,
    login text collate "C" not null,
    name text collate "C" not null,
    role text collate "C" not null,
    unit text collate "C" not null,
    address text collate "C" not null,
    about text collate "C" not null,
    times bigint not null,
    previous_hash text collate "C" not null,
    hash text collate "C" not null
);
create index audit_entry_at on audit_entry (at);
create index audit_entry_login on audit_entry (login, seq);
create index audit_entry_person on audit_entry (person, seq);
create index audit_entry_name on audit_entry (name, seq);
create index audit_entry_kind on audit_entry (kind, seq);

-- Nobody changes the log. A function of PostgreSQL stands on one line, since lines end statements here.
create function audit_entry_guard() returns trigger language plpgsql as $$ begin if tg_op = 'INSERT' then if new.seq <> (select coalesce(max(seq), new.seq - 1) + 1 from audit_entry) then raise exception 'an audit entry is added at the end or not at all' using errcode = '23000'; end if; return new; end if; if tg_op = 'DELETE' and old.at <= to_char((now() at time zone 'utc') - interval '180 days', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') then return old; end if; if tg_op = 'DELETE' then raise exception 'an audit entry is kept for 180 days' using errcode = '23000'; end if; raise exception 'an audit entry is never changed' using errcode = '23000'; end $$;
-- 180 days, as audit_kept in audit_log.hpp.
create trigger audit_entry_is_guarded before insert or update or delete on audit_entry for each row execute function audit_entry_guard();
-- Always: also where references are not looked at, as in a session that replicates.
alter table audit_entry enable always trigger audit_entry_is_guarded;
create trigger audit_entry_is_not_emptied before truncate on audit_entry for each statement execute function audit_entry_guard();
