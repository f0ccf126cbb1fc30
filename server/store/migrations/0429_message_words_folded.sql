-- no-transaction
-- The words of messages as in 0348, without accents.
create index concurrently message_words_folded on message
    using gin (to_tsvector('simple'::regconfig, translate(
        case when octet_length(body) = char_length(body) then body else fold_text(body) end,
        './:@-_<>&=?#+%~', '               ')))
    with (gin_pending_list_limit = 256);
