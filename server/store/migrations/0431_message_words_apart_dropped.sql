-- no-transaction
-- 0429 is in its place. The release before searches by this one, and slowly without it; each text would write both.
drop index concurrently message_words_apart;
