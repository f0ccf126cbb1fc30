-- Canned responses: what texters of a campaign may put into their reply box, to be edited there.
--
-- Their order has room for fifty, which is the most that a campaign may have.
create table canned_response (
    organization_id bigint   not null,
    id              bigint   not null generated always as identity,
    campaign_id     bigint   not null,
    position        smallint not null check (position between 1 and 50),
    title           text     not null check (char_length(btrim(title)) between 1 and 80),
    body            text     not null check (btrim(body) <> '' and char_length(body) <= 1600),
    primary key (organization_id, id),
    unique (organization_id, campaign_id, position) deferrable initially deferred,
    foreign key (organization_id, campaign_id) references campaign (organization_id, id)
);
comment on table canned_response is 'texts that texters put into their reply box; saved all at once, with the campaign locked';
comment on column canned_response.position is 'the order in which texters see them; at most fifty of a campaign';
comment on column canned_response.body is 'its marks are filled in for each contact, as those of the script';
