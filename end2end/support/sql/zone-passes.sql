-- It is another hour where the contacts of a campaign are, by this zone's clock; nobody is told, as of time that passes.
-- data: { campaign, zone }.

insert into time_zone (name) values (:'data'::jsonb ->> 'zone') on conflict (name) do nothing;

update campaign set time_zone_id = (select id from time_zone where name = :'data'::jsonb ->> 'zone')
 where id = (:'data'::jsonb ->> 'campaign')::bigint;

select 'true';
