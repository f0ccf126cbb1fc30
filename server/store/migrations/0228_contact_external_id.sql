-- What the organization's own database calls a contact, and by which upload it came.

alter table contact
    add column external_id text,
    add column import_id   bigint,
    add constraint contact_external_id_check check (length(external_id) between 1 and 200) not valid;
comment on column contact.external_id is 'as the file says it; null: it did not';
comment on column contact.import_id is 'of contact_import; null: it came before uploads were remembered, or by no file';

-- An import at the command line has no actor.
alter table contact_import
    alter column actor_id drop not null,
    add column file_name text not null default '',
    add column upload_id bigint,
    add column undone_at timestamptz,
    add column undone    integer;
comment on column contact_import.upload_id is 'of contact_upload, which is deleted when its contacts are in; null: it came at the command line';
comment on column contact_import.undone is 'how many of its contacts were taken out again, at undone_at';
