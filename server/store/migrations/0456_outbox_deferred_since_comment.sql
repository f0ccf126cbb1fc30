comment on column outbox.deferred_since is
    'when the carrier first asked to have it later, or when it was queued again that was held since; null: it did not ask';
