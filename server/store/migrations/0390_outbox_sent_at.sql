-- When the message service took a text: one that waited for the end of a pause is as old as that, and not as old as its
-- words.
alter table outbox add column sent_at timestamptz;
comment on column outbox.sent_at is 'when the service took it; null: it did not, or before this was recorded';
