-- The contacts from before their number was kept. What was added and removed since then stands there already, and is seen
-- together with its contacts.
insert into contact_count (organization_id, campaign_id, change)
select organization_id, campaign_id, coalesce(present.contacts, 0) - coalesce(kept.contacts, 0)
  from (select organization_id, campaign_id, count(*) as contacts
          from contact
         group by organization_id, campaign_id) present
  full join (select organization_id, campaign_id, sum(change) as contacts
               from contact_count
              group by organization_id, campaign_id) kept using (organization_id, campaign_id)
 where coalesce(present.contacts, 0) <> coalesce(kept.contacts, 0);
