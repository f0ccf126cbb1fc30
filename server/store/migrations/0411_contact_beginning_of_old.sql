-- The further beginnings of the contacts from before they were kept. What was added since then has its own already; what is
-- removed or renamed at this moment may leave one that nobody has any more, which the search passes over.
insert into contact_beginning (organization_id, campaign_id, beginning, contact_id)
select co.organization_id, co.campaign_id, beginning, co.id
  from contact co
 cross join lateral beginnings_of_name(co.first_name, co.last_name) beginning
 where has_further_beginnings(co.first_name, co.last_name)
    on conflict do nothing;
