-- What the simulated message service is going to report of the texts that it took.

create table simulated_report (
    organization_id bigint      not null references organization (id),
    id              bigint      not null generated always as identity,
    own_number      text        not null,
    service_sid     text        not null,
    state           text        not null check (state in ('sent', 'delivered', 'failed')),
    failure_code    integer,
    due_at          timestamptz not null,
    primary key (organization_id, id)
);
comment on table simulated_report is 'delivery reports that are still to come; deleted when they were received';

create index simulated_report_due on simulated_report (due_at);
