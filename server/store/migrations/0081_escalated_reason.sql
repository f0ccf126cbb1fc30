-- A texter gives a conversation to the team that handles it.
alter type assignment_reason add value 'escalated';
