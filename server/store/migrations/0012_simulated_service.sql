-- What the simulated message service knows, so that it survives a restart as a carrier would: the texts
-- that it took, what its contacts are about to answer, and when one writes without being asked.

create table simulated_text (
    organization_id bigint      not null references organization (id),
    id              bigint      not null generated always as identity,
    from_number     text        not null,
    to_cell         text        not null,
    body            text        not null,
    taken_at        timestamptz not null,
    primary key (organization_id, id)
);
comment on table simulated_text is 'every text that the simulated service took';
comment on column simulated_text.id is 'its service_sid is SIM and this number';

create index simulated_text_contact on simulated_text (organization_id, to_cell, id);

create table simulated_reply (
    organization_id bigint      not null references organization (id),
    id              bigint      not null generated always as identity,
    from_cell       text        not null,
    to_number       text        not null,
    body            text        not null,
    due_at          timestamptz not null,
    primary key (organization_id, id)
);
comment on table simulated_reply is 'what contacts will write; deleted when it was received';

create index simulated_reply_due on simulated_reply (due_at);

create table simulated_chatter (
    organization_id bigint      not null primary key references organization (id),
    due_at          timestamptz not null
);
comment on table simulated_chatter is 'when the next contact of an organization writes without having been texted';
