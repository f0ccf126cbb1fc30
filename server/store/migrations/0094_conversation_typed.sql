-- Whose texter typed just now: the one thing about a held conversation that changes too often to be counted from
-- the index of what is held. Few have ever been typed in since they were last answered.

create index conversation_typed on conversation (organization_id, draft_edited_at)
    where draft_edited_at is not null;
