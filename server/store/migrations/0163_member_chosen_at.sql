-- A sign-in leads to the organization that the person chose last, of those that they may still enter.
alter table member add column chosen_at timestamptz;
comment on column member.chosen_at is
    'when the person last joined it or changed to it from another; null: never, then the oldest membership counts';
