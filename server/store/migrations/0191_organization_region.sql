-- The country in which numbers without a country code are.

alter table organization
    add column region text not null default 'US',
    add constraint organization_region_code check (region ~ '^[A-Z]{2}$');

comment on column organization.region is
    'two letters by ISO 3166: the country by whose conventions numbers without a country code are read';
