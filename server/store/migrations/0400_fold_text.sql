-- How text is compared where people search by words: in lower case and without accents, so that `jose` finds José. A
-- function of our own, because `unaccent` is an extension, which not every installation has, and is not immutable.
do $migration$
begin
    if getdatabaseencoding() = 'UTF8' then
        create function fold_text(words text) returns text
            language sql immutable strict parallel safe
            return regexp_replace(normalize(lower(words), nfd), '[\u0300-\u036f]', '', 'g');
    else
        -- PostgreSQL takes accents apart in UTF8 only.
        create function fold_text(words text) returns text
            language sql immutable strict parallel safe
            return lower(words);
    end if;
end
$migration$;
