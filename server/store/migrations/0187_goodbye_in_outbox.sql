-- The one text that goes out to a contact who has opted out.

alter table outbox add column goodbye boolean not null default false;

comment on column outbox.goodbye is
    'written with the opt-out itself, by a member: sent although the contact has opted out, unless they say so themselves before';
