-- Delivery reports of texts whose id is not known yet: they came before the send had returned. They are tried again until
-- the id is known, and expire.

create table early_delivery_report (
    organization_id bigint      not null references organization (id),
    service         text        not null check (service in ('simulated', 'twilio')),
    service_sid     text        not null,
    own_number      text        not null,
    state           text        not null check (state in ('delivered', 'failed')),
    failure_code    integer     check (failure_code is null or state = 'failed'),
    received_at     timestamptz not null,
    next_attempt_at timestamptz not null,
    primary key (organization_id, service, service_sid)
);
comment on table early_delivery_report is
    'delivery reports of texts that are not known yet; deleted when they were recorded, or after an hour';

create index early_delivery_report_due on early_delivery_report (next_attempt_at);
