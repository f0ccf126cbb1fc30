-- Which fields a campaign's contacts have, and for how many they are not blank, without looking at all contacts: each
-- statement that adds, changes or removes contacts leaves a row for each of their fields, and the sums are the numbers. Rows
-- are only added, so that nobody waits for an upload into the same campaign. By triggers, so that programs from before keep
-- them too.

create table contact_field (
    organization_id bigint   not null,
    campaign_id     bigint   not null,
    is_custom       boolean  not null,
    field           text     not null,
    id              bigint   not null generated always as identity,
    present         integer  not null,
    filled          integer  not null,
    some_blank      bigint[] not null,
    primary key (organization_id, campaign_id, is_custom, field, id)
);
comment on table contact_field is 'the sums say how many contacts of a campaign have a field';
comment on column contact_field.is_custom is 'a key of contact.custom_fields; else firstName or lastName';
comment on column contact_field.present is 'how many more contacts have the field';
comment on column contact_field.filled is 'how many more contacts have it and not blank';
comment on column contact_field.some_blank is 'some of the contacts that came with it blank; they may have changed since';

create function fields_of_contact(first_name text, last_name text, custom_fields jsonb)
    returns table (is_custom boolean, field text, is_filled boolean)
    language sql immutable parallel safe as $$
    select false, 'firstName', btrim($1) <> ''
    union all
    select false, 'lastName', btrim($2) <> ''
    union all
    select true, key, btrim(coalesce(value, '')) <> '' from jsonb_each_text($3)
$$;

create function contact_fields_counted() returns trigger language plpgsql as $$
declare
    sign integer := case tg_op when 'INSERT' then 1 else -1 end;
begin
    insert into contact_field (organization_id, campaign_id, is_custom, field, present, filled, some_blank)
    select co.organization_id, co.campaign_id, of_it.is_custom, of_it.field,
           sign * count(*), sign * count(*) filter (where of_it.is_filled),
           case when sign = 1
                then coalesce((array_agg(co.id) filter (where not of_it.is_filled))[1:3], '{}')
                else '{}'
           end
      from changed co
     cross join lateral fields_of_contact(co.first_name, co.last_name, co.custom_fields) of_it
     group by co.organization_id, co.campaign_id, of_it.is_custom, of_it.field;
    return null;
end
$$;

create function contact_fields_changed() returns trigger language plpgsql as $$
begin
    insert into contact_field (organization_id, campaign_id, is_custom, field, present, filled, some_blank)
    select of_it.organization_id, of_it.campaign_id, of_it.is_custom, of_it.field,
           sum(of_it.change), coalesce(sum(of_it.change) filter (where of_it.is_filled), 0),
           case when bool_or(of_it.change = 1 and not of_it.is_filled) then array[new.id] else '{}' end
      from (select old.organization_id, old.campaign_id, -1 as change, was.*
              from fields_of_contact(old.first_name, old.last_name, old.custom_fields) was
            union all
            select new.organization_id, new.campaign_id, 1 as change, now.*
              from fields_of_contact(new.first_name, new.last_name, new.custom_fields) now) of_it
     group by of_it.organization_id, of_it.campaign_id, of_it.is_custom, of_it.field
    having sum(of_it.change) <> 0 or coalesce(sum(of_it.change) filter (where of_it.is_filled), 0) <> 0;
    return null;
end
$$;

create trigger contact_fields_added after insert on contact
    referencing new table as changed
    for each statement execute function contact_fields_counted();
create trigger contact_fields_removed after delete on contact
    referencing old table as changed
    for each statement execute function contact_fields_counted();
create trigger contact_fields_changed after update on contact
    for each row
    when ((old.campaign_id, old.first_name, old.last_name, old.custom_fields)
          is distinct from (new.campaign_id, new.first_name, new.last_name, new.custom_fields))
    execute function contact_fields_changed();
