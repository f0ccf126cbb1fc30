-- Campaigns that are paused.

alter table campaign add column paused_at timestamptz;

comment on column campaign.paused_at is
    'null unless paused: nothing of it is sent, handed out or released until it is resumed; what is held stays with its texter';
