-- A bulk action is counted to its end although its page is closed, by whichever server finds that nobody counts it.
alter table bulk_action add column count_heartbeat_at timestamptz;
comment on column bulk_action.count_heartbeat_at is
    'while it is counted: the last sign of who counts it, by the clock of the database; null = an earlier version prepared it';
