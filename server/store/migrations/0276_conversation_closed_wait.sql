-- Since when the contact waited when the conversation was closed by hand, for whoever reopens it. The thread does not say
-- so: what was written before an earlier close was handled by that one.
alter table conversation add column closed_wait timestamptz;
comment on column conversation.closed_wait is
    'since when the contact waited when it was closed by hand; means something only while the status is closed';
