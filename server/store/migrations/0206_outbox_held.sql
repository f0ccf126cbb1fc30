-- Texts that wait because their campaign is paused. Nobody claims them, and no service has them; resuming the campaign
-- queues them again.

alter type outbox_state add value 'held';
