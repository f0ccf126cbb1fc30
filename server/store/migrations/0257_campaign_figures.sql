-- The figures of campaigns that take long to count, as they were counted last: shown again until counting them anew costs
-- no more than a small share of the time. A campaign that is counted quickly has no row.

create table campaign_figures (
    organization_id bigint      not null,
    campaign_id     bigint      not null,
    counted_at      timestamptz not null,
    took_ms         integer     not null check (took_ms >= 0),
    figures         jsonb       not null,
    primary key (organization_id, campaign_id),
    foreign key (organization_id, campaign_id) references campaign (organization_id, id)
);
comment on column campaign_figures.took_ms is 'how long counting took; the figures are shown for a multiple of it';
comment on column campaign_figures.figures is 'as the program wrote them; one that cannot read them counts anew';
