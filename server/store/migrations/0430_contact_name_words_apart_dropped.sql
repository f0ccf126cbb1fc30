-- no-transaction
-- 0428 is in its place. The release before searches by this one, and slowly without it; an import would write both.
drop index concurrently contact_name_words_apart;
