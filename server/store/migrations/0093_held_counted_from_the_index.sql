-- What is held is counted from the index alone, without a look at the table: by zone, because a zone's hours
-- decide what is left out, and without the few that are protected. The organization leads, so that the
-- statements need no other proof of whose conversations these are. Rows counted in a second: five times as many.

create index conversation_held_counted on conversation (organization_id, campaign_id, idle_since, id)
    include (time_zone_id, opted_out, escalated)
    where status = 'needs_response' and assigned_to is not null;
create index conversation_unsent_held_counted on conversation (organization_id, campaign_id, idle_since, id)
    include (time_zone_id, opted_out, escalated)
    where status = 'needs_message' and assigned_to is not null;

drop index conversation_held;
drop index conversation_unsent_held;
alter index conversation_held_counted rename to conversation_held;
alter index conversation_unsent_held_counted rename to conversation_unsent_held;
