-- Files of contacts between the two steps of an upload: they have arrived, and nobody has said yet what their columns
-- mean. In the database, because the second step may reach another server; in parts, so that none is in memory whole.

create table contact_upload (
    organization_id bigint      not null,
    id              bigint      not null generated always as identity,
    campaign_id     bigint      not null,
    member_id       bigint      not null,
    file_name       text        not null check (length(file_name) <= 200),
    size            bigint      check (size >= 0),
    active_at       timestamptz not null,
    import_epoch    integer     not null default 0,
    importing_at    timestamptz,
    bytes_read      bigint      not null default 0,
    rows_read       bigint      not null default 0,
    failure         text,
    primary key (organization_id, id),
    foreign key (organization_id, campaign_id) references campaign (organization_id, id),
    foreign key (organization_id, member_id) references member (organization_id, id)
);
comment on column contact_upload.size is 'in bytes; null: it has not arrived whole, and cannot be imported';
comment on column contact_upload.active_at is 'when anything was last done with it; it is deleted some time after';
comment on column contact_upload.import_epoch is 'grows with each attempt to import it; an import that was taken for dead writes nothing';
comment on column contact_upload.importing_at is 'the last sign of life of the server that imports it; null: none does';
comment on column contact_upload.failure is 'why the last attempt failed, in the language of whoever made it';

create index contact_upload_active on contact_upload (active_at);

create table contact_upload_part (
    organization_id bigint  not null,
    upload_id       bigint  not null,
    number          integer not null check (number >= 0),
    bytes           bytea   not null check (octet_length(bytes) between 1 and 1048576),
    primary key (organization_id, upload_id, number),
    foreign key (organization_id, upload_id) references contact_upload (organization_id, id) on delete cascade
);
