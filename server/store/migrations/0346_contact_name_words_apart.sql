-- no-transaction
-- The words of names as in 0284, also where a mark stands between two of them: PostgreSQL's parser takes `J.R.` for one
-- word, as if it were the name of a host.
create index concurrently contact_name_words_apart on contact
    using gin (to_tsvector('simple'::regconfig, translate(first_name || ' ' || last_name, './:@-_<>&=?#+%~', '               ')));
