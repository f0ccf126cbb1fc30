-- Requests that somebody decides on, and who may ask without.

create type approval_level as enum ('automatic', 'approval_required', 'not_allowed');

alter table organization
    add column default_approval_level approval_level not null default 'approval_required';
comment on column organization.default_approval_level is 'what new members get';

-- Whoever could ask for texts until now still can; the default is for those who come.
alter table member
    add column approval_level approval_level not null default 'automatic';
alter table member
    alter column approval_level set default 'approval_required';
comment on column member.approval_level is
    'whether their requests are filled at once, wait for a supervolunteer, or are refused';

create type request_state as enum ('pending', 'assigned', 'nothing', 'denied', 'cancelled');

alter table assignment_request
    add column state      request_state not null default 'nothing',
    add column kind       pool_kind     not null default 'replies',
    add column decided_by bigint,
    add column decided_at timestamptz,
    add column denial     text          not null default '',
    add foreign key (organization_id, decided_by) references member (organization_id, id);
update assignment_request set state = 'assigned', decided_at = created_at where assigned > 0;
update assignment_request set decided_at = created_at where assigned = 0;
alter table assignment_request
    alter column state drop default,
    alter column kind drop default,
    add check ((state = 'assigned') = (assigned > 0)),
    add check ((state = 'pending') = (decided_at is null));

comment on column assignment_request.state is
    'nothing: it was to be filled at once and nothing was there; one that waits for approval stays pending instead';
comment on column assignment_request.kind is 'what its pool handed out when it was made';
comment on column assignment_request.decided_by is 'null: filled at once, or cancelled by its texter';
comment on column assignment_request.denial is 'why it was denied, for its texter to read';

-- One pending request a texter, and the list of those to decide on.
create unique index assignment_request_pending on assignment_request (organization_id, member_id)
    where state = 'pending';
create index assignment_request_to_decide on assignment_request (organization_id, id)
    where state = 'pending';
