-- What became of each file of opt-outs, for whoever imported it.
create table opt_out_import (
    organization_id bigint      not null references organization (id),
    id              bigint      not null generated always as identity,
    actor_id        bigint      not null,
    report          jsonb       not null,
    created_at      timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, actor_id) references member (organization_id, id)
);
comment on column opt_out_import.report is 'counts, and the first thousand rows that were not recorded, with line and reason';
