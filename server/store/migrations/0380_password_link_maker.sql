-- Which admin made a link, so that it ends with their right to make it: whoever is suspended, or may do less than its
-- person by now, has no link that opens the account.
alter table password_reset
    add column made_by_organization bigint,
    add column made_by              bigint,
    add constraint password_reset_maker_check check ((made_by is null) = (made_by_organization is null)),
    add foreign key (made_by_organization, made_by) references member (organization_id, id);
comment on column password_reset.made_by is 'null: made on the command line, or by the release before';
