-- A rate for each number, kept by all servers together.

alter table sending_number
    add column texts_per_second integer check (texts_per_second between 1 and 1000),
    add column next_text_at     timestamptz;
comment on column sending_number.texts_per_second is 'how many texts a second are handed to the service; null: as many as there are';
comment on column sending_number.next_text_at is 'when the next one may be, by the rate; null: at once';

-- Whether any number has a rate is asked with every claim; this answers it without reading the numbers.
create index sending_number_rated on sending_number (organization_id, number) where texts_per_second is not null;

alter table outbox add column paced_number text;
comment on column outbox.paced_number is 'the number for whose turn it waits, or waited';
