-- The pool by wait (0092) answers any question about the pool, also those that the pool by place (0062) answers
-- by a few entries. Which of the two is walked hung on what statistics said of the pool, and whenever they are
-- gathered, it is most likely empty: with a plan from then, a request that asks 300 places read 19 million
-- entries. The condition is true of all that waits; only a statement that says it is answered by this index.
create index conversation_pool_by_wait on conversation (organization_id, waiting_since, id)
    where status = 'needs_response' and assigned_to is null and not opted_out and not escalated
      and waiting_since is not null;

drop index conversation_pool_wait;
alter index conversation_pool_by_wait rename to conversation_pool_wait;
