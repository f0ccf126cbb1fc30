-- E-mail that carries an invite link. The token is read when the e-mail is sent, so that none is sent with a link that
-- has ended meanwhile.
alter table mail
    add column organization_id bigint,
    add column invite_id       bigint,
    add column invited_by      bigint,
    drop constraint mail_kind_check,
    add constraint mail_kind_check check (kind in ('password_link', 'invite')),
    add constraint mail_of_invite_check
        check ((kind = 'invite') = (organization_id is not null and invite_id is not null)),
    add foreign key (organization_id, invite_id) references invite (organization_id, id),
    add foreign key (organization_id, invited_by) references member (organization_id, id);
comment on column mail.invited_by is 'null: sent at the command line';

-- How many were sent on the latest day, which is limited.
create table invite_mail_count (
    organization_id bigint  not null primary key references organization (id),
    day             date    not null,
    count           integer not null check (count >= 0)
);
comment on column invite_mail_count.day is 'in UTC';
