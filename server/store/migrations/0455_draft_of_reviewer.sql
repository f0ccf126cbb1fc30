-- An answer from Message Review that is refused is kept as its reviewer's draft. It is no beginning of a text by whoever holds
-- the conversation, and is offered to none of those who hold it next.
alter table draft
    add column in_review boolean not null default false;
comment on column draft.in_review is
    'it was written in Message Review, by somebody who did not hold the conversation: it is shown to its writer alone';
