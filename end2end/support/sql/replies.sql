-- Contacts who wrote back some minutes ago to a text of two hours before, held by somebody or in the
-- pool. data: { campaign, number, replies: [{ minutes, holder, first, last, cell, text, fields }] }.
-- Says the ids, in the order in which they were given.

create temporary table given on commit drop as
select nextval(pg_get_serial_sequence('contact', 'id')) as id,
       ca.organization_id,
       ca.id as campaign_id,
       :'data'::jsonb ->> 'number' as number,
       now() - make_interval(mins => (reply ->> 'minutes')::int + 120) as texted_at,
       now() - make_interval(mins => (reply ->> 'minutes')::int) as answered_at,
       (reply ->> 'holder')::bigint as holder,
       reply,
       ordinal
  from jsonb_array_elements(:'data'::jsonb -> 'replies') with ordinality as given (reply, ordinal)
  join campaign ca on ca.id = (:'data'::jsonb ->> 'campaign')::bigint;

insert into contact (organization_id, id, campaign_id, first_name, last_name, cell, custom_fields)
select organization_id, id, campaign_id, reply ->> 'first', reply ->> 'last', reply ->> 'cell', reply -> 'fields'
  from given;

insert into conversation (organization_id, id, campaign_id, assigned_to, waiting_since, held_since, status)
select organization_id, id, campaign_id, holder, answered_at, case when holder is not null then texted_at end,
       'needs_response'
  from given;

insert into message (organization_id, conversation_id, direction, body, own_number, sent_by, created_at)
select organization_id, id, 'outbound', 'Hi, will you vote early?', number, holder, texted_at from given
 order by ordinal;

insert into message (organization_id, conversation_id, direction, body, own_number, created_at)
select organization_id, id, 'inbound', reply ->> 'text', number, answered_at from given
 order by ordinal;

-- Whoever writes tells the servers.
select pg_notify('baton_changes', json_build_object(
           'organization', organization_id, 'campaigns', array_agg(distinct campaign_id),
           'members', coalesce(array_agg(distinct holder) filter (where holder is not null), '{}'), 'more', false)::text)
  from given group by organization_id
\g /dev/null

select json_agg(id order by ordinal) from given;
