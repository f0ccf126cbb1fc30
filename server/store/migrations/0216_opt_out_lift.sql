-- Opt-outs that were lifted: what each of them said, who lifted it, when and why. The program only ever adds to it, so a
-- number that opts out again has both.
create table opt_out_lift (
    organization_id bigint      not null references organization (id),
    cell            text        not null check (cell ~ '^\+[1-9][0-9]{6,14}$'),
    id              bigint      not null generated always as identity,
    origin          text,
    recorded_by     bigint,
    campaign_id     bigint,
    recorded_at     timestamptz not null,
    lifted_by       bigint,
    lifted_at       timestamptz not null,
    reason          text        not null check (char_length(btrim(reason)) between 1 and 500),
    primary key (organization_id, cell, id),
    foreign key (organization_id, recorded_by) references member (organization_id, id),
    foreign key (organization_id, lifted_by) references member (organization_id, id)
);
comment on column opt_out_lift.origin is 'as in opt_out, with recorded_by, campaign_id and recorded_at';
comment on column opt_out_lift.lifted_by is 'null: somebody at the command line';
