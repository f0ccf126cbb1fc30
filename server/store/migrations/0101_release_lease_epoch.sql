-- A server that writes about a release proves that the release is still its own.

alter table release add column lease_epoch integer not null default 0;
comment on column release.lease_epoch is
    'grows whenever a server takes the release over; batches, heartbeats and the end are refused to a server that knows an older one';
