-- An undo can be ordered at the command line, where nobody is signed in.
alter table release drop constraint release_actor;
alter table release
    add constraint release_actor
        check (actor_id is not null or scope = 'automatic' or kind = 'second_pass' or undoes_id is not null) not valid;
comment on column release.actor_id is
    'null for automatic releases, and for second passes and undos of the command line';
