-- What a texter is told about the conversations that they lost: one row a release, until they have read it.

create table release_notice (
    organization_id bigint      not null,
    member_id       bigint      not null,
    release_id      bigint      not null,
    conversations   integer     not null check (conversations > 0),
    created_at      timestamptz not null,
    primary key (organization_id, member_id, release_id),
    foreign key (organization_id, member_id) references member (organization_id, id),
    foreign key (organization_id, release_id) references release (organization_id, id)
);
