-- More ways to sign in. Same meaning as 0009_sign_in.sqlite.sql.
-- Of tokens and recovery codes only hashes are kept; secrets of second factors are sealed with a
-- key that is not in this database.

alter table session add column way text collate "C" not null default '';
alter table session add column address text collate "C" not null default '';
alter table session add column agent text collate "C" not null default '';

-- `waiting` is a secret whose first code has not come yet; an empty text means that there is none.
create table second_factor (
    person bigint primary key references person (id),
    secret text collate "C" not null,
    waiting text collate "C" not null,
    since text collate "C" not null,
    last_step bigint not null
);

create table recovery_code (
    person bigint not null references person (id),
    code_hash text collate "C" not null,
    used_at text collate "C" not null,
    primary key (person, code_hash)
);

-- Half-way in: the password was right, the code is awaited.
create table sign_in_step (
    token_hash text collate "C" primary key,
    person bigint not null references person (id),
    expires_at text collate "C" not null
);
create index sign_in_step_of on sign_in_step (person);

create table sign_in_link (
    token_hash text collate "C" primary key,
    person bigint not null references person (id),
    expires_at text collate "C" not null
);
create index sign_in_link_of on sign_in_link (person);

-- On the way to the provider of identities and back.
create table openid_attempt (
    state_hash text collate "C" primary key,
    nonce text collate "C" not null,
    verifier text collate "C" not null,
    next text collate "C" not null,
    expires_at text collate "C" not null
);
