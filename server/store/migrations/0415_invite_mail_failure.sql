-- Addresses that an invite link by e-mail did not reach, until it reaches them or the link is revoked.
create table invite_mail_failure (
    organization_id bigint      not null,
    invite_id       bigint      not null,
    recipient       text        not null check (length(recipient) between 3 and 254),
    reason          text        not null check (reason in ('refused', 'late')),
    failed_at       timestamptz not null,
    primary key (organization_id, invite_id, recipient),
    foreign key (organization_id, invite_id) references invite (organization_id, id) on delete cascade
);
comment on column invite_mail_failure.reason is
    'refused: the mail server does not take it; late: it could not be sent for as long as somebody waits for it';
