-- Opt-outs that the contact lifted, by a message. A row of the release before was lifted by a member or at the command
-- line.
--
-- The message has no foreign key, so that no lift waits for whoever locks one: it may be gone when its contact is.
alter table opt_out_lift
    add column lifted_by_contact boolean not null default false,
    add column message_id bigint;
comment on column opt_out_lift.lifted_by is 'null: the contact, if lifted_by_contact, else somebody at the command line';
comment on column opt_out_lift.message_id is 'the message by which the contact lifted it, if it is in a thread';
