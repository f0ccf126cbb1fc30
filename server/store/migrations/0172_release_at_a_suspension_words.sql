-- Words for the release of everything that a member holds, when they are suspended.

alter type release_scope add value 'suspension';
alter type release_kind add value 'held';
