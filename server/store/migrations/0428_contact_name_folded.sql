-- no-transaction
-- The words of names as in 0346, without accents: who looks for Jose finds José. What is ASCII has none, and is not looked at
-- for them.
create index concurrently contact_name_folded on contact
    using gin (to_tsvector('simple'::regconfig, translate(
        case when octet_length(first_name || ' ' || last_name) = char_length(first_name || ' ' || last_name)
             then first_name || ' ' || last_name else fold_text(first_name || ' ' || last_name) end,
        './:@-_<>&=?#+%~', '               ')));
