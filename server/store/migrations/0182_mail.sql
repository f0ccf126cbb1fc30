-- E-mail that is to be sent, until it is sent or given up. It holds no link: one is made when it is sent, so that its
-- token is nowhere but in the e-mail. The recipient is whatever somebody typed, and may be nobody's.
create table mail (
    id              bigint      not null generated always as identity primary key,
    kind            text        not null check (kind in ('password_link')),
    recipient       text        not null check (length(recipient) between 3 and 254),
    language        text        not null,
    attempts        smallint    not null default 0,
    created_at      timestamptz not null,
    next_attempt_at timestamptz not null
);
comment on column mail.language is 'of the page that it was asked for on, for who has chosen none';
comment on column mail.next_attempt_at is 'while it is being sent, the end of the lease';

create index mail_due on mail (next_attempt_at);
