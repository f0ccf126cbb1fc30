-- What may be handed out, by place: a campaign, and in it a zone (0 = the campaign's own). All that lies in
-- one place is subject to the same switches, dates and hours, so that a hand-out asks about places instead of
-- about replies, and never walks past what it may not take: archived campaigns, teams' campaigns, contacts who
-- sleep. One index serves hand-out and counts; a release pays for each one more.

create index conversation_pool_place on conversation
    (organization_id, campaign_id, (coalesce(time_zone_id, 0::smallint)), waiting_since, id)
    where status = 'needs_response' and assigned_to is null and not opted_out and not escalated;

-- The few that only some teams may be given.
create index conversation_pool_escalated on conversation (organization_id, campaign_id, waiting_since, id)
    where status = 'needs_response' and assigned_to is null and not opted_out and escalated;

-- Initials that nobody has: in the order in which they came in.
create index conversation_initials_place on conversation
    (organization_id, campaign_id, (coalesce(time_zone_id, 0::smallint)), id)
    where status = 'needs_message' and assigned_to is null and not opted_out and not escalated;

drop index conversation_pool;
drop index conversation_pool_campaign;
