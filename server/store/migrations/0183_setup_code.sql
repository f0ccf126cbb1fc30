-- The one-time code with which the first visitor of an installation without an organization makes one. Each server
-- prints it at its start; whoever makes an organization, in the browser or by a command, deletes it.
create table setup_code (
    the_only_one boolean not null primary key default true check (the_only_one),
    code         text    not null
);
