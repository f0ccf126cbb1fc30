-- Teams: who is on them, which campaigns they draw from, and which escalation tags they are trusted with.

create table team (
    organization_id bigint      not null references organization (id),
    id              bigint      not null generated always as identity,
    title           text        not null check (length(btrim(title)) between 1 and 100),
    priority        integer     not null default 100 check (priority between 0 and 1000),
    created_at      timestamptz not null default now(),
    primary key (organization_id, id),
    unique (organization_id, title)
);
comment on column team.priority is 'the lower, the sooner its pool is offered; General comes last';

create table team_member (
    organization_id bigint not null,
    team_id         bigint not null,
    member_id       bigint not null,
    primary key (organization_id, team_id, member_id),
    foreign key (organization_id, team_id) references team (organization_id, id) on delete cascade,
    foreign key (organization_id, member_id) references member (organization_id, id)
);

create table team_campaign (
    organization_id bigint not null,
    team_id         bigint not null,
    campaign_id     bigint not null,
    primary key (organization_id, team_id, campaign_id),
    foreign key (organization_id, team_id) references team (organization_id, id) on delete cascade,
    foreign key (organization_id, campaign_id) references campaign (organization_id, id)
);
comment on table team_campaign is
    'the campaigns that a team''s pool draws from; campaign.team_restricted keeps General away from them';

create table team_tag (
    organization_id bigint not null,
    team_id         bigint not null,
    tag_id          bigint not null,
    primary key (organization_id, team_id, tag_id),
    foreign key (organization_id, team_id) references team (organization_id, id) on delete cascade,
    foreign key (organization_id, tag_id) references tag (organization_id, id) on delete cascade
);
comment on table team_tag is
    'escalation tags whose conversations the team''s members may be given';

-- The teams of a member, of a campaign and of a tag.
create index team_member_teams on team_member (organization_id, member_id);
create index team_campaign_teams on team_campaign (organization_id, campaign_id);
create index team_tag_teams on team_tag (organization_id, tag_id);
