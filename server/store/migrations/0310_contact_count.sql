-- How many contacts a campaign has, without counting them: each statement that adds or removes some leaves a row with how
-- many, and their sum is the number. Rows are only added, so that nobody waits for an upload into the same campaign. By
-- triggers, so that programs from before keep it too.

create table contact_count (
    organization_id bigint  not null,
    campaign_id     bigint  not null,
    id              bigint  not null generated always as identity,
    change          integer not null,
    primary key (organization_id, campaign_id, id) include (change)
);
comment on table contact_count is 'their sum is how many contacts a campaign has';

create function contacts_added() returns trigger language plpgsql as $$
begin
    insert into contact_count (organization_id, campaign_id, change)
    select organization_id, campaign_id, count(*) from added group by organization_id, campaign_id;
    return null;
end
$$;

create function contacts_removed() returns trigger language plpgsql as $$
begin
    insert into contact_count (organization_id, campaign_id, change)
    select organization_id, campaign_id, -count(*) from removed group by organization_id, campaign_id;
    return null;
end
$$;

create function contact_moved() returns trigger language plpgsql as $$
begin
    insert into contact_count (organization_id, campaign_id, change)
    values (old.organization_id, old.campaign_id, -1), (new.organization_id, new.campaign_id, 1);
    return null;
end
$$;

create trigger contacts_added after insert on contact
    referencing new table as added
    for each statement execute function contacts_added();
create trigger contacts_removed after delete on contact
    referencing old table as removed
    for each statement execute function contacts_removed();
create trigger contact_moved after update of campaign_id on contact
    for each row when (old.campaign_id <> new.campaign_id) execute function contact_moved();
