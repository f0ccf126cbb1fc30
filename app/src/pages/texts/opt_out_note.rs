//! A line between the messages of a thread: the contact opted out, or that was lifted.

use crate::components::Clock;
use crate::domain::{MessageView, OptOutEvent, OptOutNote, OptOutOrigin};
use chrono::{DateTime, TimeDelta, Utc};
use leptos::prelude::*;
use sentences::page;

/// What happened, by whom or what, and when.
#[component]
pub(super) fn OptOutLine(note: OptOutNote) -> impl IntoView {
    let words = match (note.event, note.by) {
        (OptOutEvent::OptedOut(_), Some(name)) => page::opted_out_by_member(&name),
        (OptOutEvent::OptedOut(origin), None) => by_nobody(origin).to_owned(),
        (OptOutEvent::LiftedByContact, _) => page::lifted_by_the_contact().to_owned(),
        (OptOutEvent::Lifted, Some(name)) => page::lifted_by_member(&name),
        (OptOutEvent::Lifted, None) => page::lifted_by_hand().to_owned(),
    };
    view! { <p class="message-line"><span class="tag">{words}</span>" "<Clock at=note.at/></p> }
}

/// An opt-out that no member is known to have recorded.
fn by_nobody(origin: OptOutOrigin) -> &'static str {
    match origin {
        OptOutOrigin::StopWord => page::opted_out_by_stop_word(),
        OptOutOrigin::Texter | OptOutOrigin::Admin => page::opted_out_by_hand(),
        OptOutOrigin::Import => page::opted_out_by_a_file(),
        OptOutOrigin::Carrier => page::opted_out_by_the_carrier(),
    }
}

/// Whether a note stands before a message, which follows one that was sent at `previous`, if there is one. A stop word is
/// recorded a moment before its message is written, and stands behind it.
pub(super) fn stands_before(
    note: &OptOutNote,
    previous: Option<DateTime<Utc>>,
    message: &MessageView,
) -> bool {
    let by_stop_word = note.event == OptOutEvent::OptedOut(OptOutOrigin::StopWord);
    let is_its_message = message.sent_at < note.at + TimeDelta::seconds(10)
        && previous.is_none_or(|previous| previous < note.at);
    note.at < message.sent_at && !(by_stop_word && is_its_message)
}

#[cfg(test)]
mod tests {
    use super::stands_before;
    use crate::domain::{Direction, MessageId, MessageView, OptOutEvent, OptOutNote, OptOutOrigin};
    use chrono::{DateTime, TimeDelta, Utc};

    #[test]
    fn a_stop_word_stands_behind_its_message_and_every_note_before_what_came_after_it() {
        let sent_at = DateTime::<Utc>::UNIX_EPOCH;
        let message = MessageView {
            id: MessageId(1),
            direction: Direction::Inbound,
            body: "stop".into(),
            media: Vec::new(),
            sent_at,
            sent_by: None,
            delivery: None,
            mark: None,
        };
        let ago = |seconds| sent_at - TimeDelta::seconds(seconds);
        for (origin, recorded, previous, expected) in [
            (OptOutOrigin::StopWord, 1, None, false),
            (OptOutOrigin::StopWord, 2, Some(3), false),
            // The message before this one is the stop word.
            (OptOutOrigin::StopWord, 2, Some(1), true),
            (OptOutOrigin::StopWord, 60, None, true),
            (OptOutOrigin::Texter, 1, None, true),
            (OptOutOrigin::Texter, 0, None, false),
        ] {
            let note = OptOutNote {
                at: ago(recorded),
                event: OptOutEvent::OptedOut(origin),
                by: None,
            };
            let stands = stands_before(&note, previous.map(ago), &message);
            assert_eq!(stands, expected, "{origin:?} {recorded} {previous:?}");
        }
    }
}
