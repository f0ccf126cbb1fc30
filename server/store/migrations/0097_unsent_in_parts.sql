-- The same of initials (see 0096): `conversation_unsent` had all that are unsent of a campaign, and with a plan from
-- when there were none it was walked instead of the initials by place. It only counted, which the indexes of what
-- is held and of what is by place do together with this small one; an import writes one index less.
create index conversation_initials_escalated on conversation (organization_id, campaign_id)
    where status = 'needs_message' and assigned_to is null and not opted_out and escalated;

drop index conversation_unsent;
