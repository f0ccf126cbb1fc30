-- What an organization's new campaigns begin with, and whether its texters see the last names of contacts.

alter table organization
    add column texting_from     time     not null default '09:00',
    add column texting_until    time     not null default '21:00',
    add column time_zone_id     smallint references time_zone (id),
    add column shows_last_names boolean  not null default true,
    add column settings_version integer  not null default 0,
    add constraint organization_texting_hours check (texting_from < texting_until);

comment on column organization.texting_from is 'what new campaigns begin with, as texting_until and time_zone_id';
comment on column organization.texting_until is 'exclusive; 24:00 is allowed';
comment on column organization.time_zone_id is 'null: none was chosen, so each new campaign names its own';
comment on column organization.shows_last_names is
    'whether members below admins see the last names of contacts; scripts fill them in either way';
comment on column organization.settings_version is
    'grows with each save of the settings: who saves an older page is told instead of overwriting';
