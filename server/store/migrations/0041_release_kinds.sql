-- Words for what a release can also be: of initials that were never sent, cancelled, or taken back.

alter type release_state add value 'cancelled';
alter type assignment_reason add value 'given_back';

create type release_kind as enum ('replies', 'unsent');
