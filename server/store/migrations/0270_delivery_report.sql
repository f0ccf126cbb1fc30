-- What the message service reports of a text after it has taken it. A text that failed is `failed` in `state`, like one that
-- was never taken. `delivered` is a column of its own, because a change of `state` would write to the indexes that name
-- it: this way a report writes to none.
alter table outbox
    add column delivered boolean not null default false,
    add column failure_code integer;

comment on column outbox.delivered is 'the service has reported that it reached the phone';
comment on column outbox.failure_code is
    'why it failed: the carrier''s code, or below 10,000 one of Baton''s own (app/src/domain/delivery_failure.rs)';
