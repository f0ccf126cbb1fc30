-- What an organization holds its texters to when they ask for more.

alter table organization
    add column finish_replies_first boolean not null default false,
    add column most_open_replies    integer check (most_open_replies between 1 and 100000),
    add column most_texts_per_day   integer check (most_texts_per_day between 1 and 100000),
    add column assignment_version   integer not null default 0;

comment on column organization.finish_replies_first is
    'who holds replies that they can answer gets nothing more until they have';
comment on column organization.most_open_replies is
    'how many replies a texter may hold unanswered; null = no limit';
comment on column organization.most_texts_per_day is
    'how many conversations a texter is given through the request form in 24 hours; null = no limit';
comment on column organization.assignment_version is
    'grows with each save of Assignment Control: who saves an older page is told instead of overwriting';
