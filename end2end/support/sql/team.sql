-- A team with its pool of replies. data: { organization, title, members, campaigns, tags }; tags by title.
-- Says its id.

with given as (
    select (:'data'::jsonb ->> 'organization')::bigint as organization_id, :'data'::jsonb as data
), te as (
    insert into team (organization_id, title)
    select organization_id, data ->> 'title' from given
    returning organization_id, id
), joined as (
    insert into team_member (organization_id, team_id, member_id)
    select te.organization_id, te.id, member::bigint
      from te, given, jsonb_array_elements_text(given.data -> 'members') member
), linked as (
    insert into team_campaign (organization_id, team_id, campaign_id)
    select te.organization_id, te.id, campaign::bigint
      from te, given, jsonb_array_elements_text(given.data -> 'campaigns') campaign
), trusted as (
    insert into team_tag (organization_id, team_id, tag_id)
    select te.organization_id, te.id, t.id
      from te, given, tag t
     where t.organization_id = te.organization_id
       and t.title in (select jsonb_array_elements_text(given.data -> 'tags'))
), pooled as (
    insert into pool (organization_id, team_id, kind, enabled)
    select te.organization_id, te.id, coalesce(given.data ->> 'kind', 'replies')::pool_kind, true from te, given
)
select id from te;
