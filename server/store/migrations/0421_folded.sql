-- A text as it is searched for: without capitals and without accents, so that `munoz` finds Muñoz. Of ASCII, which most
-- names are, there is nothing to take apart.
create function folded(text) returns text language sql immutable parallel safe
return case when octet_length($1) = char_length($1) then lower($1 collate "C")
            else regexp_replace(normalize(lower($1 collate "und-x-icu"), NFD), '[\u0300-\u036f]', '', 'g') collate "C"
       end;
