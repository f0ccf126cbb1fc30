-- The rows of before have none.

alter table contact validate constraint contact_external_id_check;
