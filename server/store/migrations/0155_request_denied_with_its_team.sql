-- Why a request was denied whose pool went with its team: the team's title, from which the reason is said in the language
-- of whoever reads it. A program that does not know the column shows the denial without a reason.
alter table assignment_request add column deleted_team text;
comment on column assignment_request.deleted_team is 'the title of the team that was deleted with its pool, which denied the request; null: it was not';
