-- no-transaction
-- Escalated conversations that nobody has, whatever their status, by campaign and since when: the few that only some
-- teams may be given. The list of them steps from campaign to campaign.
create index concurrently conversation_escalated on conversation
    (organization_id, campaign_id, (coalesce(held_since, 'epoch'::timestamptz)), id)
    where escalated and assigned_to is null and not opted_out;
