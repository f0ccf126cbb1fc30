-- Whose conversations a release at a suspension takes. It has no campaign and no interval. The checks are those from
-- before, with this scope; the next migration reads the rows that are there, which stops nobody.

alter table release
    add column member_id bigint,
    add constraint release_member_fkey
        foreign key (organization_id, member_id) references member (organization_id, id) not valid,
    add constraint release_member check ((scope = 'suspension') = (member_id is not null)) not valid,
    drop constraint release_check,
    add constraint release_campaign
        check ((scope in ('everywhere', 'suspension')) = (campaign_id is null) or scope = 'texter') not valid,
    drop constraint release_check2,
    add constraint release_interval
        check (interval_minutes is not null or scope in ('texter', 'suspension')) not valid;

comment on column release.member_id is
    'of a release at a suspension: whose conversations; null of all others';
comment on column release.kind is
    'replies: contacts who wait for an answer; unsent: initials that were handed out and not sent; held: both, of a member who is suspended';
comment on column release.interval_minutes is
    'null: a texter who gives back their own replies waits for nothing, nor does a release at a suspension';
