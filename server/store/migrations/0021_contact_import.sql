-- What became of each upload of contacts, so that it can be read after the redirect that answers it.

create table contact_import (
    organization_id bigint      not null,
    id              bigint      not null generated always as identity,
    campaign_id     bigint      not null,
    actor_id        bigint      not null,
    report          jsonb       not null,
    created_at      timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, campaign_id) references campaign (organization_id, id),
    foreign key (organization_id, actor_id) references member (organization_id, id)
);
comment on column contact_import.report is 'counts, and the first thousand rejected rows with line and reason';
