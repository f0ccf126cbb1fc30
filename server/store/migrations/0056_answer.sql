-- How long people waited for each answer, written when it is sent: what the statistics of a campaign read.

create table answer (
    organization_id bigint      not null,
    message_id      bigint      not null,
    campaign_id     bigint      not null,
    waited_seconds  integer     not null check (waited_seconds >= 0),
    auto_release    boolean     not null,
    answered_at     timestamptz not null,
    primary key (organization_id, message_id),
    foreign key (organization_id, message_id) references message (organization_id, id) on delete cascade,
    foreign key (organization_id, campaign_id) references campaign (organization_id, id)
);
comment on column answer.waited_seconds is
    'from the earliest inbound message after the last outbound one to this answer';
comment on column answer.auto_release is
    'whether automatic release was on for the campaign when it was answered';

-- The latest of a campaign, with and without automatic release.
create index answer_latest on answer (organization_id, campaign_id, auto_release, answered_at desc)
    include (waited_seconds);
