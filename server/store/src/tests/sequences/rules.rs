//! The rules in words of their own, so that the model is not its own judge.

use super::model::{Conversation, Model, REVIEWER, Statuses, TextState};
use super::step::Step;
use app::domain::{ConversationStatus, IdleClock, IdleInterval};

/// Whether a step has kept them.
pub(super) fn obeys_the_rules(step: Step, before: &Model, after: &Model) {
    texts_obey_the_rules(step, before, after);
    let both = before.conversations.iter().zip(&after.conversations);
    for (at, (before_it, after_it)) in both.enumerate() {
        if after_it.gone && !before_it.gone {
            assert_eq!(before_it.texted, None, "{step:?}");
            assert_ne!(before_it.status, ConversationStatus::NeedsResponse);
        }
        let moved = before_it.holder != after_it.holder;
        let sent = matches!(step, Step::Send { .. });
        let lifted = matches!(step, Step::LiftOptOut { .. } | Step::Start(_));
        let answered = matches!(step, Step::Answer { conversation, .. } if conversation == at)
            && before_it != after_it;
        let reassigned = match step {
            Step::Reassign { conversation, .. } | Step::Unassign { conversation } => {
                conversation == at
            }
            // What a reviewer gave or took goes back, whatever its status.
            Step::UndoLast => {
                (before.last.as_ref()).is_some_and(|undone| undone.statuses == Statuses::Any)
            }
            _ => false,
        };
        if moved && lifted {
            assert_eq!(
                (before_it.texted, after_it.holder),
                (None, None),
                "{step:?}"
            );
            assert_eq!(
                after_it.status,
                ConversationStatus::NeedsMessage,
                "{step:?}"
            );
        } else if moved && !matches!(step, Step::UndoLast) {
            assert!(!before_it.opted_out, "{step:?}");
            let is_given = after_it.holder.is_some();
            assert!(answered && !is_given || !before_it.escalated, "{step:?}");
            let campaign = &before.campaigns[before_it.campaign];
            assert!(!campaign.archived, "{step:?}");
            // A second pass prepares a paused campaign: nothing goes out before it is resumed.
            let second_pass = matches!(step, Step::SecondPass { .. });
            assert!(second_pass || !campaign.paused, "{step:?}");
        }
        if moved && matches!(step, Step::SecondPass { .. }) {
            assert_eq!(before_it.status, ConversationStatus::Messaged, "{step:?}");
            assert_eq!(
                after_it.status,
                ConversationStatus::NeedsMessage,
                "{step:?}"
            );
        } else if moved && after_it.holder.is_none() && !lifted && !answered && !reassigned {
            assert!(idle_for_long_enough(step, before, before_it), "{step:?}");
            assert_eq!(before_it.status, after_it.status, "{step:?}");
        }
        if before_it.status == ConversationStatus::Closed && moved {
            assert!(sent || answered || lifted || reassigned, "{step:?}");
        }
        match step {
            Step::Close { texter, .. } if before_it != after_it => {
                assert_eq!(before_it.holder, Some(texter), "{step:?}");
                assert_eq!(after_it.status, ConversationStatus::Closed, "{step:?}");
                assert_eq!(after_it.waiting_since, None, "{step:?}");
            }
            Step::Reopen { texter, .. } if before_it != after_it => {
                assert_eq!(before_it.status, ConversationStatus::Closed, "{step:?}");
                assert_eq!(after_it.holder, Some(texter), "{step:?}");
                assert_eq!(after_it.held_since, Some(after.now), "{step:?}");
            }
            Step::Reassign { texter, .. } if moved => {
                assert_eq!(after_it.holder, Some(texter), "{step:?}");
                assert_eq!(after_it.held_since, Some(after.now), "{step:?}");
                assert!(reassigned && waits_as_before(before_it, after_it));
            }
            Step::Unassign { .. } if moved => {
                assert_eq!(after_it.holder, None, "{step:?}");
                assert!(reassigned && waits_as_before(before_it, after_it));
            }
            Step::Answer { .. } if answered => {
                assert_eq!(after_it.waiting_since, None, "{step:?}");
                assert!(matches!(after_it.holder, None | Some(REVIEWER)), "{step:?}");
            }
            // What others recorded, the contact does not lift.
            Step::Start(person) if before_it.is_opted_out(person) => {
                let by_themselves = before.opted_out[&person].by_themselves;
                assert_eq!(after_it.opted_out, !by_themselves, "{step:?}");
            }
            _ => {}
        }
        // What is closed in bulk, and opened again, stays in its hands.
        let closes = match step {
            Step::CloseInBulk { conversation } => conversation == at,
            Step::UndoLast => (before.last.as_ref())
                .is_some_and(|undone| matches!(undone.statuses, Statuses::Closed { .. })),
            _ => false,
        };
        if closes && before_it != after_it {
            let is_closed = |c: &Conversation| c.status == ConversationStatus::Closed;
            assert!(!moved && !before_it.opted_out, "{step:?}");
            assert_ne!(is_closed(before_it), is_closed(after_it), "{step:?}");
            let closed = if is_closed(after_it) {
                after_it
            } else {
                before_it
            };
            assert_eq!(closed.waiting_since, None, "{step:?}");
        }
        // A second pass and its undo take and give back what nobody holds, too.
        let prepared = matches!(step, Step::SecondPass { .. } | Step::UndoLast)
            && !closes
            && before_it.status != after_it.status;
        assert_eq!(
            after_it.epoch - before_it.epoch,
            i32::from(moved || prepared || answered),
            "{step:?}"
        );
    }
}

/// Whether it is what it was, but for whose it is.
fn waits_as_before(before: &Conversation, after: &Conversation) -> bool {
    (before.status, before.waiting_since, before.draft_edited_at)
        == (after.status, after.waiting_since, after.draft_edited_at)
}

fn idle_for_long_enough(step: Step, before: &Model, lost: &Conversation) -> bool {
    let minutes = match step {
        Step::ReleaseEverywhere { minutes }
        | Step::ReleaseCampaign { minutes, .. }
        | Step::ReleaseUnsent { minutes, .. } => minutes,
        Step::ReleaseAutomatically { campaign } => match before.campaigns[campaign].auto_release {
            Some(minutes) => minutes,
            None => return false,
        },
        Step::ReleaseMine { texter } => return lost.holder == Some(texter),
        _ => return false,
    };
    let held_since = lost.held_since.expect("whoever holds it has since");
    let clock = IdleClock {
        waiting_since: lost.waiting_since.unwrap_or(held_since),
        held_since,
        draft_edited_at: None,
    };
    clock.qualifies(before.now, IdleInterval::from_minutes(minutes).unwrap())
}

/// Of those who have opted out nobody is texted, but for a goodbye, which goes to nobody else; nothing is sent on a campaign
/// that does not run; what has failed does not come back, and says why.
fn texts_obey_the_rules(step: Step, before: &Model, after: &Model) {
    assert!(before.outbox.len() <= after.outbox.len(), "{step:?}");
    for (before_it, after_it) in before.outbox.iter().zip(&after.outbox) {
        let person = before.conversations[before_it.conversation].person;
        if before_it.state != TextState::Sent && after_it.state == TextState::Sent {
            assert!(matches!(step, Step::Deliver(_)), "{step:?}");
            let opted_out = before.opted_out.contains_key(&person);
            assert_eq!(opted_out, before_it.goodbye, "{step:?}");
            let campaign = before.conversations[before_it.conversation].campaign;
            assert!(before.campaigns[campaign].runs(), "{step:?}");
        }
        match before_it.state {
            TextState::Failed => assert_eq!(after_it.state, TextState::Failed, "{step:?}"),
            TextState::Sent => {
                let is_further = [TextState::Sent, TextState::Failed].contains(&after_it.state);
                assert!(is_further, "{step:?}");
            }
            _ => {}
        }
        if before_it.code.is_some() {
            assert_eq!(after_it.code, before_it.code, "{step:?}");
        }
    }
}
