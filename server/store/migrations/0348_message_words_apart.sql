-- no-transaction
-- The words of messages as in 0286, also where a mark stands between two of them: PostgreSQL's parser takes `you.Thanks`
-- and `and/or` for one word, as if they were the name of a host and a path.
create index concurrently message_words_apart on message
    using gin (to_tsvector('simple'::regconfig, translate(body, './:@-_<>&=?#+%~', '               ')))
    with (gin_pending_list_limit = 256);
