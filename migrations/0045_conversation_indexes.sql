-- Held and pooled replies have an index each. With one index over both, what looks for the next held
-- reply (the engine, a release run twice) walks past everything in the pool first. A release is no HOT
-- update either way: the pool is handed out by an index.

create index conversation_held on conversation (campaign_id, idle_since)
    where status = 'needs_response' and assigned_to is not null;

-- What is in the pool of a campaign, for its counts.
create index conversation_pool_campaign on conversation (campaign_id, waiting_since)
    where status = 'needs_response' and assigned_to is null;

-- Initials that were handed out and not sent; idle_since is when.
create index conversation_unsent_held on conversation (campaign_id, idle_since)
    where status = 'needs_message' and assigned_to is not null;

drop index conversation_idle;
