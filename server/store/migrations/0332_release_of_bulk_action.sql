-- The release that carries a bulk action out, and its undo. It has no campaign and no interval. The checks are those from
-- before, with this scope; a later migration reads the rows that are there, which stops nobody.

alter table release
    add column bulk_action_id bigint,
    add constraint release_bulk_action_fkey
        foreign key (organization_id, bulk_action_id) references bulk_action (organization_id, id) not valid,
    add constraint release_bulk_action
        check ((kind = 'bulk') = (bulk_action_id is not null) and (kind = 'bulk') = (scope = 'review')) not valid,
    drop constraint release_campaign,
    add constraint release_campaign
        check ((scope in ('everywhere', 'suspension', 'review')) = (campaign_id is null) or scope = 'texter') not valid,
    drop constraint release_interval,
    add constraint release_interval
        check (interval_minutes is not null or scope in ('texter', 'suspension', 'review') or kind = 'second_pass') not valid;
comment on column release.kind is
    'replies: contacts who wait for an answer; unsent: initials that were handed out and not sent; held: both, of a member who is suspended; second_pass: messaged without an answer, to be messaged again; bulk: what a bulk action changed';
comment on column release.kept is
    'of an undo: how many could not be given back; of a bulk action: how many had changed since it was counted';
