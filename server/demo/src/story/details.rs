//! Details of single conversations: escalations, tags, drafts, opt-outs and texts that failed.

use super::{Contact, Draft, MINUTE, RELEASES, SecondsAgo};
use crate::campaigns::CAMPAIGNS;
use crate::phrases::{DRAFTS, ESCALATIONS};
use crate::plan::State;
use app::domain::ConversationStatus;
use rand::Rng;
use rand::rngs::StdRng;

/// One reply in this many is escalated.
const ESCALATION_STEP: usize = 11;
/// The number of replies that somebody is answering right now.
const DRAFTS_IN_PROGRESS: usize = 3;

/// Adds all details.
pub(super) fn add(contacts: &mut [Contact], rng: &mut StdRng) {
    escalate(contacts);
    tag(contacts);
    compose(contacts, rng);
    leave_a_draft(contacts);
    opt_out_before_the_first_text(contacts);
    fail(contacts);
}

fn is_reply(contact: &Contact) -> bool {
    contact.status == ConversationStatus::NeedsResponse
        && contact.release.is_none()
        && CAMPAIGNS[contact.campaign].state == State::Started
}

fn escalate(contacts: &mut [Contact]) {
    let replies = contacts.iter_mut().filter(|contact| is_reply(contact));
    for (at, contact) in replies
        .skip(ESCALATION_STEP / 2)
        .step_by(ESCALATION_STEP)
        .enumerate()
    {
        let words = at % ESCALATIONS.len();
        // The escalated text replaces the first one that waits; later ones stay.
        let Some(waiting) = contact.waiting_since() else {
            continue;
        };
        if let Some(line) = contact
            .lines
            .iter_mut()
            .find(|line| line.inbound && line.ago == waiting)
        {
            line.body = ESCALATIONS[words].to_owned();
        }
        // The reporter's text is for the press team.
        contact.tag = Some(usize::from(words == 2));
    }
}

fn tag(contacts: &mut [Contact]) {
    for (status, tag) in [
        (ConversationStatus::Convo, 2),
        (ConversationStatus::Closed, 3),
    ] {
        let of_status = contacts
            .iter_mut()
            .filter(|contact| contact.status == status && !contact.opted_out);
        for contact in of_status.step_by(9) {
            contact.tag = Some(tag);
        }
    }
}

/// Drafts that are being typed, on replies that have been idle for one to two hours. Only there is a draft to be seen
/// protecting a reply from a release with the dialog's default interval.
fn compose(contacts: &mut [Contact], rng: &mut StdRng) {
    let protected = 65 * MINUTE..110 * MINUTE;
    let candidates = contacts.iter_mut().filter(|contact| {
        let plan = CAMPAIGNS[contact.campaign];
        is_reply(contact)
            && contact.tag.is_none()
            && plan.is_always_open()
            && plan.auto_assign
            && !plan.team_restricted
            && contact
                .waiting_since()
                .is_some_and(|waiting| protected.contains(&waiting))
    });
    let mut drafts = DRAFTS.into_iter();
    for contact in candidates
        .filter(|contact| contact.held().0.is_some())
        .take(DRAFTS_IN_PROGRESS)
    {
        let (Some(by), Some(body)) = (contact.held().0, drafts.next()) else {
            continue;
        };
        contact.draft = Some(Draft {
            by,
            ago: rng.random_range(8..40),
            body,
        });
    }
}

/// A draft on a conversation that was released, which its next holder gets.
fn leave_a_draft(contacts: &mut [Contact]) {
    let lost = contacts
        .iter_mut()
        .find(|contact| contact.release.is_some() && contact.second.is_none());
    if let Some(contact) = lost {
        let ago: SecondsAgo = contact.release.map_or(0, |release| RELEASES[release]) + 50 * MINUTE;
        contact.draft = contact.first.map(|holding| Draft {
            by: holding.by,
            ago,
            body: DRAFTS[3],
        });
    }
}

/// Contacts who had opted out before they were imported.
fn opt_out_before_the_first_text(contacts: &mut [Contact]) {
    let unsent = contacts.iter_mut().filter(|contact| {
        contact.status == ConversationStatus::NeedsMessage
            && CAMPAIGNS[contact.campaign].state == State::Started
    });
    for contact in unsent.step_by(60) {
        contact.opted_out = true;
    }
}

fn fail(contacts: &mut [Contact]) {
    let texted = contacts.iter_mut().filter(|contact| {
        contact.status == ConversationStatus::Messaged
            && CAMPAIGNS[contact.campaign].state == State::Started
    });
    for contact in texted.step_by(130) {
        contact.failed = true;
    }
}
