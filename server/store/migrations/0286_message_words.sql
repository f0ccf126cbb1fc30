-- no-transaction
-- The words of messages, as they are written, without endings being cut off: the names and languages in them are many.
-- What is written lately lies in a list that each search reads through, and that is put in order by whoever fills it: a
-- short one, so that this takes an inbound text milliseconds.
create index concurrently message_words on message using gin (to_tsvector('simple'::regconfig, body))
    with (gin_pending_list_limit = 256);
