-- One message of the service is one message of ours: a text that is looked up after a crash cannot be
-- taken for another one with the same words. Delivery reports find their message by it.

create unique index outbox_service_sid on outbox (organization_id, service_sid) where service_sid is not null;
