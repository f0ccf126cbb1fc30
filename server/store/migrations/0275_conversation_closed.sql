-- no-transaction
-- A texter's closed conversations, the latest first. Nothing but a close, a stop word or an opt-out adds to it: releases,
-- hand-outs, sends and texts that come in do not.
create index concurrently conversation_closed on conversation (organization_id, assigned_to, held_since, id)
    where status = 'closed' and assigned_to is not null;
