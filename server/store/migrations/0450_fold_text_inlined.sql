-- `fold_text` as in 0400, so that the planner puts its body into the statement instead of calling it for each row, which took
-- five times as long: what is strict is not put in where its body is a `case`. Nothing folds differently: null stays null, and
-- ASCII has one lower case.
do $migration$
begin
    if getdatabaseencoding() = 'UTF8' then
        create or replace function fold_text(words text) returns text
            language sql immutable parallel safe
            return case when octet_length(words) = char_length(words) then lower(words collate "C")
                        else regexp_replace(normalize(lower(words), nfd), '[\u0300-\u036f]', '', 'g') end;
    else
        create or replace function fold_text(words text) returns text
            language sql immutable parallel safe
            return lower(words);
    end if;
end
$migration$;
