//! The thread of a conversation: the initial, a dialogue, and the times of its texts.

use super::kind::Kind;
use super::{Contact, HOUR, Line, MINUTE, SecondsAgo};
use crate::people::{ADMIN, PersonIndex};
use crate::phrases::{CLOSINGS, NUDGES, STOPS};
use crate::plan::{Dialogue, Plan};
use app::domain::{ConversationStatus, fill_in};
use rand::Rng;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;

/// The properties that a thread is generated for.
pub(super) struct ThreadSpec {
    pub kind: Kind,
    /// The time of the last text of the dialogue, from which a reply waits.
    pub last: SecondsAgo,
    /// Added to the age of all texts, for an archived campaign.
    pub offset: SecondsAgo,
    pub holder: Option<PersonIndex>,
}

/// The contact with a thread, and the status that follows from it.
pub(super) fn add_thread(
    rng: &mut StdRng,
    plan: &Plan,
    spec: &ThreadSpec,
    contact: Contact,
) -> Contact {
    let mut texts = dialogue(rng, plan, spec.kind);
    let last = spec.last + spec.offset;
    let initial = if texts.is_empty() {
        last
    } else {
        last + spec.last / 3 + rng.random_range(HOUR..5 * HOUR)
    };
    let by = Some(spec.holder.unwrap_or(ADMIN));
    let field = |name: &str| field(&contact, name);
    let mut lines = vec![Line {
        ago: initial,
        inbound: false,
        body: fill_in(plan.script, field, |mark| mark),
        by,
    }];
    let times = times(rng, initial, last, texts.len());
    for (at, (body, ago)) in texts.drain(..).zip(times).enumerate() {
        let inbound = at % 2 == 0;
        lines.push(Line {
            ago,
            inbound,
            body: body.to_owned(),
            by: by.filter(|_| !inbound),
        });
    }
    // Some contacts write again, which leaves the time from which they wait as it is.
    if is_waiting(spec.kind) && spec.last > 10 * MINUTE && rng.random_bool(0.25) {
        let ago = spec.offset + (spec.last as f64 * rng.random_range(0.2..0.6)) as SecondsAgo;
        let body = NUDGES.choose(rng).copied().unwrap_or_default().to_owned();
        lines.push(Line {
            ago,
            inbound: true,
            body,
            by: None,
        });
    }
    let (status, opted_out) = (status(spec.kind), spec.kind == Kind::Stopped);
    Contact {
        status,
        opted_out,
        lines,
        ..contact
    }
}

fn is_waiting(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Held | Kind::Reassigned | Kind::Released | Kind::Pooled
    )
}

fn status(kind: Kind) -> ConversationStatus {
    match kind {
        Kind::Unsent => ConversationStatus::NeedsMessage,
        Kind::Messaged => ConversationStatus::Messaged,
        Kind::Talking => ConversationStatus::Convo,
        Kind::Closed | Kind::Stopped => ConversationStatus::Closed,
        Kind::Held | Kind::Reassigned | Kind::Released | Kind::Pooled => {
            ConversationStatus::NeedsResponse
        }
    }
}

/// The texts after the initial: the beginning of one of the campaign's dialogues, up to a text of the side that has to
/// be the last to write.
fn dialogue(rng: &mut StdRng, plan: &Plan, kind: Kind) -> Vec<&'static str> {
    let whole =
        |dialogue: Option<&Dialogue>| dialogue.map(|texts| texts.to_vec()).unwrap_or_default();
    match kind {
        Kind::Unsent | Kind::Messaged => Vec::new(),
        Kind::Stopped => STOPS.choose(rng).copied().into_iter().collect(),
        Kind::Closed => whole(CLOSINGS.choose(rng)),
        Kind::Talking => cut(rng, plan, 0),
        Kind::Held | Kind::Reassigned | Kind::Released | Kind::Pooled => cut(rng, plan, 1),
    }
}

/// A beginning of a dialogue with an even (0) or odd (1) number of texts, and at least one.
fn cut(rng: &mut StdRng, plan: &Plan, odd: usize) -> Vec<&'static str> {
    let shortest = 2 - odd;
    let long_enough: Vec<&Dialogue> = plan
        .dialogues
        .iter()
        .filter(|dialogue| dialogue.len() >= shortest)
        .collect();
    let Some(dialogue) = long_enough.choose(rng) else {
        return Vec::new();
    };
    let turns = rng.random_range(0..=(dialogue.len() - shortest) / 2);
    dialogue[..shortest + 2 * turns].to_vec()
}

/// The times of `count` texts after the initial, the last of them at `last`.
fn times(rng: &mut StdRng, initial: SecondsAgo, last: SecondsAgo, count: usize) -> Vec<SecondsAgo> {
    let step = (initial - last) as f64 / count.max(1) as f64;
    (1..=count)
        .map(|at| match at == count {
            true => last,
            // At random within its own step, so that the order stays.
            false => initial - (step * (at as f64 - rng.random_range(0.0..0.9))) as SecondsAgo,
        })
        .collect()
}

fn field<'a>(contact: &'a Contact, name: &str) -> Option<&'a str> {
    match name {
        "firstName" => Some(contact.first_name),
        "lastName" => Some(contact.last_name),
        _ => contact
            .custom_fields
            .iter()
            .find(|(field, _)| *field == name)
            .map(|(_, value)| *value),
    }
}
