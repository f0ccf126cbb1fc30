-- What texters are told about a campaign, under its title.
--
-- The limit holds for what is written from now on, so that no row has to be read for it.
alter table campaign add column description text not null default '';
alter table campaign
    add constraint campaign_description_length check (char_length(description) <= 500) not valid;
comment on column campaign.description is 'what texters see under the title; empty: nothing';
