-- Tags. A conversation that carries an escalation tag is left alone by release and hand-out.

create table tag (
    organization_id bigint  not null references organization (id),
    id              bigint  not null generated always as identity,
    title           text    not null check (length(btrim(title)) between 1 and 100),
    escalation      boolean not null default false,
    primary key (organization_id, id),
    unique (organization_id, title)
);

create table conversation_tag (
    organization_id bigint      not null,
    conversation_id bigint      not null,
    tag_id          bigint      not null,
    created_at      timestamptz not null default now(),
    primary key (organization_id, conversation_id, tag_id),
    foreign key (organization_id, conversation_id) references contact (organization_id, id) on delete cascade,
    foreign key (organization_id, tag_id) references tag (organization_id, id)
);
comment on table conversation_tag is 'which tags it carries; conversation.escalated is the copy that decides';
