-- Why a request got less than was asked for, if it was not that there was no more.

create type request_cut as enum ('open_replies', 'day');

alter table assignment_request
    add column cut_by request_cut;

comment on column assignment_request.cut_by is
    'open_replies: its texter would have held too many; day: would have been given too many in 24 hours; null: nothing but the pool limited it';
comment on column assignment_request.wanted is
    'how many were asked for, at most what the pool lets one request take';
