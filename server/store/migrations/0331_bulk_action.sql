-- Bulk actions of Message Review. One is prepared and counted before anything is done: what it is to change is kept in
-- parts, as it was seen then, and each part is a batch of the release that carries it out.

create table bulk_action (
    organization_id bigint      not null references organization (id),
    id              bigint      not null generated always as identity,
    maker_id        bigint      not null,
    change          text        not null
                    check (change in ('reassign', 'unassign', 'add_tag', 'remove_tag', 'close', 'opt_out')),
    member_id       bigint,
    tag_id          bigint,
    name            text        not null default '',
    filter          jsonb,
    chosen          bigint[],
    created_at      timestamptz not null,
    after_id        bigint,
    parts           integer     not null default 0,
    seen            integer     not null default 0,
    expected        integer     not null default 0,
    left_out        jsonb       not null default '{}',
    losers          jsonb       not null default '{}',
    counted_at      timestamptz,
    started_at      timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, maker_id) references member (organization_id, id),
    foreign key (organization_id, member_id) references member (organization_id, id),
    check ((change = 'reassign') = (member_id is not null)),
    check ((change in ('add_tag', 'remove_tag')) = (tag_id is not null)),
    check ((filter is null) <> (chosen is null)),
    check (started_at is null or counted_at is not null)
);
comment on column bulk_action.tag_id is
    'has no foreign key: a tag that nothing carries may be deleted, and then there is nothing to add or remove';
comment on column bulk_action.name is 'the name of the member or the title of the tag, as it was when it was prepared';
comment on column bulk_action.filter is
    'the fields of the filter whose conversations are meant, and the names of what it names; null = those in chosen';
comment on column bulk_action.after_id is 'while it is counted: the conversation behind which the count goes on';
comment on column bulk_action.left_out is 'conversations that are left alone: reason → count';
comment on column bulk_action.losers is 'from whom it takes something: member → count';

create table bulk_part (
    organization_id  bigint    not null,
    bulk_action_id   bigint    not null,
    part             integer   not null,
    conversation_ids bigint[]  not null,
    lease_epochs     integer[] not null,
    last_messages    bigint[]  not null,
    primary key (organization_id, bulk_action_id, part),
    foreign key (organization_id, bulk_action_id) references bulk_action (organization_id, id) on delete cascade
);
comment on table bulk_part is
    'what a bulk action is to change, as it was when it was counted; kept for a day';
comment on column bulk_part.last_messages is 'the last message of each; 0 = there was none';
