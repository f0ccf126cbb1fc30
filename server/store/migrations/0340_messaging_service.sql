-- A sender may be a Messaging Service instead of a number. The release before sends from none of them: one is added once every
-- server runs this one.

alter table sending_number
    drop constraint sending_number_number_check,
    add constraint sending_number_number_check
        check (number ~ '^\+[1-9][0-9]{6,14}$' or number ~ '^MG[0-9a-f]{32}$');
comment on table sending_number is
    'what an organization texts from: numbers and Messaging Services; inbound messages find their organization by it';
comment on column sending_number.number is 'the number, or the id of the Messaging Service';

comment on column message.own_number is
    'our sender on this message: that of outbound ones, addressee of inbound ones; a Messaging Service, until it is known that a number of the organization carried it';

alter table inbound add column messaging_service text;
comment on column inbound.messaging_service is 'the Messaging Service that the number belongs to, as the carrier says; null: none';

alter table early_delivery_report add column messaging_service text;
comment on column early_delivery_report.messaging_service is 'the Messaging Service that chose the number, as the carrier says; null: none';
