-- Who there is: tenants, the people who sign in, and what each may do in which tenant.

create table organization (
    id                        bigint generated always as identity primary key,
    name                      text        not null check (length(btrim(name)) between 1 and 200),
    requests_enabled          boolean     not null default true,
    requests_disabled_message text        not null default '',
    created_at                timestamptz not null default now()
);
comment on column organization.requests_disabled_message is
    'what texters read instead of the request form while requests are disabled';

create table account (
    id            bigint generated always as identity primary key,
    email         text        not null check (email = lower(btrim(email)) and email like '%_@_%'),
    name          text        not null check (length(btrim(name)) between 1 and 200),
    password_hash text        not null,
    created_at    timestamptz not null default now(),
    unique (email)
);
comment on table account is 'a person who signs in; what they may do hangs on their memberships';
comment on column account.password_hash is 'argon2id in PHC format';

create type member_role as enum ('suspended', 'texter', 'supervolunteer', 'admin', 'owner');

create table member (
    organization_id bigint      not null references organization (id),
    id              bigint      not null generated always as identity,
    account_id      bigint      not null references account (id),
    role            member_role not null,
    created_at      timestamptz not null default now(),
    primary key (organization_id, id),
    unique (account_id, organization_id)
);
