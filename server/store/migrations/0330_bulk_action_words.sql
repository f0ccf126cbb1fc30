-- Words for bulk actions of Message Review, which the history keeps among the releases: what a reviewer chose, and changed
-- in one go. What is given to another member has a new holder; what is closed, tagged or opted out changes no hands.

alter type release_scope add value 'review';
alter type release_kind add value 'bulk';
alter type assignment_reason add value 'reassigned';
alter type assignment_reason add value 'changed';
