-- What was said is erased, and not the rows: figures, the numbers of threads and what replies are matched by hang on them.

alter table message add column erased boolean not null default false;
comment on column message.erased is 'its body was erased, because the organization keeps messages only for so long';

alter table campaign
    add column erased_up_to bigint,
    add column erased_at    timestamptz;
comment on column campaign.erased_up_to is 'the conversation up to which, by id, messages are erased; null: none are';
comment on column campaign.erased_at is 'when the last of them were; null: not all are, or it was unarchived since';
