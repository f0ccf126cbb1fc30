-- no-transaction
-- The words of names, which are searched for by how they begin, on whatever campaign. Only an import writes it.
create index concurrently contact_name_words on contact
    using gin (to_tsvector('simple'::regconfig, first_name || ' ' || last_name));
