-- Held and pooled replies have an index each. With one index over both, what looks for the next held
-- reply (the engine, a release run twice) walks past everything in the pool first. A release is no HOT
-- update either way: the pool is handed out by an index.

-- The id tells apart what came to a texter in one stroke, so that a release can be cut anywhere.
create index conversation_held on conversation (campaign_id, idle_since, id)
    where status = 'needs_response' and assigned_to is not null;

-- What is in the pool of a campaign, for its counts.
create index conversation_pool_campaign on conversation (campaign_id, waiting_since)
    where status = 'needs_response' and assigned_to is null;

-- Initials that were handed out and not sent; idle_since is when.
create index conversation_unsent_held on conversation (campaign_id, idle_since, id)
    where status = 'needs_message' and assigned_to is not null;

drop index conversation_idle;

-- What the next automatic release may take, by zone (0 = the campaign's own), because a zone's hours
-- decide when its clock runs: the deadline of a campaign is the first entry of each of its zones. Without
-- what is never released, so that a thousand escalated replies are not walked past each time.
create index conversation_due on conversation (campaign_id, (coalesce(time_zone_id, 0::smallint)), idle_since)
    where status = 'needs_response' and assigned_to is not null and not opted_out and not escalated;

-- What a texter was ever given: an opt-out is taken from whoever heard it, however many holders ago.
create index assignment_event_holder on assignment_event (organization_id, new_holder)
    where new_holder is not null;
