-- Who or what recorded an opt-out, beside the member. A row of the release before has neither: without a member it is
-- the contact's own stop word, with one it was recorded on a conversation.
--
-- The campaign has no foreign key, so that no opt-out waits for whoever locks one. The check is not validated, which
-- would hold up writers: it holds for every row that is written from now on, and older ones are null.
alter table opt_out
    add column origin text,
    add column campaign_id bigint,
    add constraint opt_out_origin check (origin in ('stop_word', 'texter', 'admin', 'import', 'carrier')) not valid;
comment on column opt_out.recorded_by is 'null when the contact sent a stop word, their carrier reported it, or it came by the command line';
comment on column opt_out.campaign_id is 'the campaign on whose conversation a texter recorded it';
