-- Members with the owner's password, which would otherwise be hashed anew for each.
-- data: { organization, members: [{ name, email, role, approval? }] }. Says what they need to know of the house.

with given as (
    select * from jsonb_to_recordset(:'data'::jsonb -> 'members') as given (name text, email text, role text, approval text)
), house as (
    select (:'data'::jsonb ->> 'organization')::bigint as id
), account_of as (
    insert into account (email, name, password_hash)
    select given.email, given.name, owner.password_hash
      from given, house
      join lateral (select a.password_hash from member m join account a on a.id = m.account_id
                     where m.organization_id = house.id and m.role = 'owner') owner on true
    returning id, email
), member_of as (
    insert into member (organization_id, account_id, role, approval_level)
    select house.id, account_of.id, given.role::member_role, coalesce(given.approval, 'automatic')::approval_level
      from given join account_of using (email), house
    returning id, account_id
)
select json_object_agg(account_of.email, member_of.id)
  from member_of join account_of on account_of.id = member_of.account_id;
