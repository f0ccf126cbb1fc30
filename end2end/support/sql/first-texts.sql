-- Contacts who were never texted, handed out to somebody or unassigned. data: { campaign, script,
-- contacts: [{ holder, first, last, cell, fields }] }. Says the ids, in the order in which they were given.

update campaign set script = :'data'::jsonb ->> 'script' where id = (:'data'::jsonb ->> 'campaign')::bigint;

create temporary table given on commit drop as
select nextval(pg_get_serial_sequence('contact', 'id')) as id, ca.organization_id, ca.id as campaign_id,
       (contact ->> 'holder')::bigint as holder, contact, ordinal
  from jsonb_array_elements(:'data'::jsonb -> 'contacts') with ordinality as given (contact, ordinal)
  join campaign ca on ca.id = (:'data'::jsonb ->> 'campaign')::bigint;

insert into contact (organization_id, id, campaign_id, first_name, last_name, cell, custom_fields)
select organization_id, id, campaign_id, contact ->> 'first', contact ->> 'last', contact ->> 'cell', contact -> 'fields'
  from given;

insert into conversation (organization_id, id, campaign_id, assigned_to, held_since, status)
select organization_id, id, campaign_id, holder, case when holder is not null then now() end, 'needs_message'
  from given;

select pg_notify('baton_changes', json_build_object(
           'organization', organization_id, 'campaigns', array_agg(distinct campaign_id),
           'members', coalesce(array_agg(distinct holder) filter (where holder is not null), '{}'), 'more', false)::text)
  from given group by organization_id
\g /dev/null

select json_agg(id order by ordinal) from given;
