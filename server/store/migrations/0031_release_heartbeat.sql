-- A release whose server died goes on in another one: by its last sign of life it is known.

alter table release add column heartbeat_at timestamptz not null default now();
comment on column release.heartbeat_at is
    'the last sign of life of the server that runs it, by the database''s clock; old = abandoned';

create index release_running on release (heartbeat_at) where state = 'running';
