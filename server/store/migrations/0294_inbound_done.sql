-- Texts that belong to no conversation, and that an admin has looked at. The release before shows none of them.
alter table inbound add column done_at timestamptz;
comment on column inbound.done_at is 'of a text that matched no conversation: when an admin marked it as done';
