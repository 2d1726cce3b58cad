-- The log of what happens at the door: sign-ins, sign-outs, refused attempts, changes of accounts.
-- Each entry carries the hash of the one before. Same meaning as 0008_audit.postgresql.sql.
-- `times`: so many attempts that were alike, one after the other; `reason` is empty for what was done.

create table audit_entry (
    seq integer primary key,
    at text not null,
    kind text not null,
    what text not null,
    reason text not null,
    person bigint not null,
    login text not null,
    name text not null,
    role text not null,
    unit text not null,
    address text not null,
    about text not null,
    times bigint not null,
    previous_hash text not null,
    hash text not null
);
create index audit_entry_at on audit_entry (at);
create index audit_entry_login on audit_entry (login, seq);
create index audit_entry_person on audit_entry (person, seq);
create index audit_entry_name on audit_entry (name, seq);
create index audit_entry_kind on audit_entry (kind, seq);

-- Nobody changes the log, not even by "insert or replace", which fires no trigger of a deletion.
create trigger audit_entry_is_last before insert on audit_entry
when new.seq <> (select coalesce(max(seq), new.seq - 1) + 1 from audit_entry)
begin select raise(abort, 'an audit entry is added at the end or not at all'); end;
create trigger audit_entry_stays before update on audit_entry
begin select raise(abort, 'an audit entry is never changed'); end;
-- 180 days, as audit_kept in audit_log.hpp.
create trigger audit_entry_is_kept before delete on audit_entry
when old.at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-180 days')
begin select raise(abort, 'an audit entry is kept for 180 days'); end;
