-- Where else a name begins than `contact_by_name` and `contact_by_last_name` say: at a further word of it (the García of López
-- García), and in letters without accents (the Jose of José). Most names have no such beginning, so that this costs an import
-- next to nothing, and those that are there are read in their order, a page at a time. By triggers, so that programs from
-- before keep them too.

create table contact_beginning (
    organization_id bigint not null,
    campaign_id     bigint not null,
    beginning       text   not null collate "C",
    contact_id      bigint not null,
    primary key (organization_id, campaign_id, beginning, contact_id)
);
comment on table contact_beginning is 'by what the names of contacts are found, besides their indexes';
comment on column contact_beginning.beginning is 'one of beginnings_of_name; one that is none any more may be left from when this table was filled';

-- In lower case, without accents, and with a space where one or more marks part two words. What is ASCII has no accents, and
-- is not looked at for them.
create function words_of_name(name text) returns text language sql immutable parallel safe as $$
    select btrim(regexp_replace(
               case when octet_length($1) = char_length($1) then lower($1)
                    else translate(regexp_replace(normalize(lower($1), nfd), '[\u0300-\u036f]', '', 'g'),
                                   'łøđðħı', 'loddhi')
               end,
               '[\s\u00a0\u2013\u2014\u2019.,;:/_()"''-]+', ' ', 'g'))
$$;

-- Whether a name may have further beginnings: a first look, which costs little.
create function has_further_beginnings(first_name text, last_name text) returns boolean
    language sql immutable parallel safe as $$
    select octet_length($1 || $2) <> char_length($1 || $2)
        or btrim($1) ~ '[\s.,;:/_()"''-]' or btrim($2) ~ '[\s.,;:/_()"''-]'
$$;

-- A name from each of its words on, in both orders, but for those as which it begins in the indexes; some perhaps twice.
create function beginnings_of_name(first_name text, last_name text) returns setof text
    language sql immutable parallel safe as $$
    select left(btrim(array_to_string(side.words[i:], ' ') || ' ' || side.rest), 100)
      -- Once, and not wherever they are named below.
      from (select words_of_name($1) as first, words_of_name($2) as last offset 0) name
     cross join lateral (values (string_to_array(name.first, ' '), name.last, btrim(lower($1 || ' ' || $2))),
                                (string_to_array(name.last, ' '), name.first, btrim(lower($2 || ' ' || $1))))
                        side (words, rest, indexed)
     cross join lateral generate_subscripts(side.words, 1) i
     where i > 1 or btrim(array_to_string(side.words, ' ') || ' ' || side.rest) <> side.indexed
$$;

create function contact_beginnings_added() returns trigger language plpgsql as $$
begin
    insert into contact_beginning (organization_id, campaign_id, beginning, contact_id)
    select co.organization_id, co.campaign_id, beginning, co.id
      from changed co
     cross join lateral beginnings_of_name(co.first_name, co.last_name) beginning
     where has_further_beginnings(co.first_name, co.last_name)
        on conflict do nothing;
    return null;
end
$$;

create function contact_beginnings_removed() returns trigger language plpgsql as $$
begin
    delete from contact_beginning kept
     using changed co
     cross join lateral beginnings_of_name(co.first_name, co.last_name) part (beginning)
     where has_further_beginnings(co.first_name, co.last_name)
       and kept.organization_id = co.organization_id and kept.campaign_id = co.campaign_id
       and kept.beginning = part.beginning and kept.contact_id = co.id;
    return null;
end
$$;

create function contact_beginnings_changed() returns trigger language plpgsql as $$
begin
    delete from contact_beginning kept
     using beginnings_of_name(old.first_name, old.last_name) part (beginning)
     where kept.organization_id = old.organization_id and kept.campaign_id = old.campaign_id
       and kept.beginning = part.beginning and kept.contact_id = old.id;
    insert into contact_beginning (organization_id, campaign_id, beginning, contact_id)
    select new.organization_id, new.campaign_id, beginning, new.id
      from beginnings_of_name(new.first_name, new.last_name) beginning
        on conflict do nothing;
    return null;
end
$$;

create trigger contact_beginnings_added after insert on contact
    referencing new table as changed
    for each statement execute function contact_beginnings_added();
create trigger contact_beginnings_removed after delete on contact
    referencing old table as changed
    for each statement execute function contact_beginnings_removed();
create trigger contact_beginnings_changed after update on contact
    for each row
    when ((old.campaign_id, old.first_name, old.last_name) is distinct from (new.campaign_id, new.first_name, new.last_name))
    execute function contact_beginnings_changed();
