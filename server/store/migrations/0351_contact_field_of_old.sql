-- The fields of the contacts from before they were counted. What was added, changed and removed since then stands there
-- already, and is seen together with its contacts.
insert into contact_field (organization_id, campaign_id, is_custom, field, present, filled, some_blank)
select organization_id, campaign_id, is_custom, field,
       coalesce(there.present, 0) - coalesce(kept.present, 0),
       coalesce(there.filled, 0) - coalesce(kept.filled, 0),
       coalesce(there.some_blank, '{}')
  from (select co.organization_id, co.campaign_id, of_it.is_custom, of_it.field,
               count(*) as present, count(*) filter (where of_it.is_filled) as filled,
               (array_agg(co.id) filter (where not of_it.is_filled))[1:3] as some_blank
          from contact co
         cross join lateral fields_of_contact(co.first_name, co.last_name, co.custom_fields) of_it
         group by co.organization_id, co.campaign_id, of_it.is_custom, of_it.field) there
  full join (select organization_id, campaign_id, is_custom, field,
                    sum(present) as present, sum(filled) as filled
               from contact_field
              group by organization_id, campaign_id, is_custom, field) kept
       using (organization_id, campaign_id, is_custom, field)
 where (coalesce(there.present, 0), coalesce(there.filled, 0))
       <> (coalesce(kept.present, 0), coalesce(kept.filled, 0));
