-- What whoever did it was called then: a person who takes another name does not change what the log says of before.
alter table audit_event add column actor text;
comment on column audit_event.actor is 'what they were called then; null: the command line, or written by the release before';
