-- Texts that wait for their number's turn, because it has a rate.
alter type outbox_state add value 'paced';
