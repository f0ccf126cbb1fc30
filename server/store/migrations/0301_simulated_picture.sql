-- Simulated contacts send a picture now and then.
alter table simulated_reply add column with_picture boolean not null default false;
comment on column simulated_reply.with_picture is 'whether a picture comes along with it';
