-- The Autoassign Mode window's second switch, and how the engine fares with the campaign.

alter table campaign
    add column auto_release_minutes  integer  check (auto_release_minutes between 5 and 10080),
    add column autoassign_version    integer  not null default 0,
    add column auto_release_attempts smallint not null default 0 check (auto_release_attempts >= 0),
    add column auto_release_error    text,
    add column auto_release_retry_at timestamptz;

comment on column campaign.auto_release_minutes is
    'release unhandled replies by themselves when they are idle for so long; null = the switch is off. Copying a campaign copies neither switch';
comment on column campaign.autoassign_version is
    'grows with each save of the Autoassign Mode window: who saves an older page is told instead of overwriting';
comment on column campaign.auto_release_error is
    'why the last automatic release failed; null = it did not';
comment on column campaign.auto_release_retry_at is
    'after a failure: not before this';

-- What the engine looks after.
create index campaign_auto_release on campaign (organization_id, id)
    where auto_release_minutes is not null and archived_at is null;
