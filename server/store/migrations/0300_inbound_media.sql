-- What a contact sent along with a text: pictures, sounds, files. The carrier keeps it; it is kept here from when
-- somebody first asks for it.

create table inbound_media (
    organization_id bigint      not null,
    id              bigint      not null generated always as identity,
    service         text        not null,
    service_sid     text        not null,
    position        smallint    not null check (position between 0 and 9),
    message_id      bigint,
    content_type    text        not null check (length(content_type) <= 100),
    source          text        not null check (length(source) <= 1000),
    content         bytea       check (length(content) <= 5242880),
    fetched_at      timestamptz check ((fetched_at is null) = (content is null)),
    primary key (organization_id, id),
    unique (organization_id, service, service_sid, position),
    foreign key (organization_id, service, service_sid)
        references inbound (organization_id, service, service_sid) on delete cascade,
    foreign key (organization_id, message_id) references message (organization_id, id) on delete cascade
);
comment on table inbound_media is 'what came along with an inbound text';
comment on column inbound_media.position is 'its place among those of one text, from 0';
comment on column inbound_media.message_id is 'the message of a thread that it belongs to; null: the text matched no conversation';
comment on column inbound_media.content_type is 'as the carrier said it: with the text, and then with the content';
comment on column inbound_media.source is 'where the service has it; a secret is needed to get it, so no page shows it';
comment on column inbound_media.content is 'null: nobody has asked for it yet';

-- Pictures and sounds are compressed as they are.
alter table inbound_media alter column content set storage external;

create index inbound_media_message on inbound_media (organization_id, message_id);
