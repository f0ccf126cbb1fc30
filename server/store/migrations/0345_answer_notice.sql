-- Which reviewer answered a conversation in its texter's place, and so took it from them: said on the page of the
-- conversation, and on the texter's home until they have read it. One row for each texter and conversation, of the last
-- time.
--
-- The number is drawn from that of the releases, so that one number says up to where a texter has read both.

create table answer_notice (
    organization_id bigint      not null,
    member_id       bigint      not null,
    conversation_id bigint      not null,
    id              bigint      not null default nextval('release_id_seq'),
    event_id        bigint      not null,
    answered_by     bigint      not null,
    created_at      timestamptz not null,
    is_read         boolean     not null,
    primary key (organization_id, member_id, conversation_id),
    foreign key (organization_id, member_id) references member (organization_id, id),
    foreign key (organization_id, answered_by) references member (organization_id, id),
    foreign key (organization_id, conversation_id) references contact (organization_id, id) on delete cascade
);
comment on column answer_notice.member_id is 'who had it';
comment on column answer_notice.event_id is 'the assignment_event that took it; one of this member that is newer ends what is said of it';

create index answer_notice_unread on answer_notice (organization_id, member_id, id desc) where not is_read;
