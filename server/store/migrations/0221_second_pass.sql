-- A second pass: contacts of one campaign who were messaged and have not answered are to be messaged again. It has no
-- interval, but days within which they were not texted; and nobody, if it is run from the command line. What it takes
-- nobody may have held, and its undo gives that back to nobody. The next migration reads the rows that are there, which
-- stops nobody.

alter table release
    add column texted_days_ago integer,
    add constraint release_texted_days_ago
        check ((kind = 'second_pass') = (texted_days_ago is not null)
               and (texted_days_ago is null or texted_days_ago between 0 and 365)) not valid,
    add constraint release_second_pass
        check (kind <> 'second_pass' or scope = 'campaign') not valid,
    drop constraint release_check3,
    drop constraint release_interval,
    add constraint release_interval
        check (interval_minutes is not null or scope in ('texter', 'suspension') or kind = 'second_pass') not valid,
    add constraint release_actor
        check (actor_id is not null or scope = 'automatic' or kind = 'second_pass') not valid;

comment on column release.texted_days_ago is
    'of a second pass: their last text is so many days old or older; null of all others';
comment on column release.kind is
    'replies: contacts who wait for an answer; unsent: initials that were handed out and not sent; held: both, of a member who is suspended; second_pass: messaged without an answer, to be messaged again';
comment on column release.actor_id is
    'null for automatic releases, and for second passes of the command line';

alter table assignment_event
    drop constraint assignment_event_new_holder,
    add constraint assignment_event_new_holder
        check (reason = 'given_back'
               or (reason in ('released', 'escalated', 'moved')) = (new_holder is null)) not valid;
