-- A text that the carrier takes later is tried for a day from its first such answer, however often that is, and its number
-- has it on its way until then.
alter table outbox add column deferred_since timestamptz;
comment on column outbox.deferred_since is
    'when the carrier first asked to have it later; null: it did not, or it was held since';
comment on column outbox.paced_number is
    'the number for whose turn it waits, or waited, or from which the carrier takes it later';
