-- What may be handed out, longest waiting first. Nearly always it may be given right now, so that a request need
-- not ask every place (0062) who waits there: with 20 campaigns in five zones that is a fifth of the work.
create index conversation_pool_wait on conversation (organization_id, waiting_since, id)
    where status = 'needs_response' and assigned_to is null and not opted_out and not escalated;
