//! What was said in a conversation, and when.

use super::kind::Kind;
use super::{Ago, Contact, HOUR, Line, MINUTE};
use crate::people::{ADMIN, Person};
use crate::phrases::{CLOSINGS, NUDGES, STOPS};
use crate::plan::{Dialogue, Plan};
use app::domain::{ConversationStatus, fill_in};
use rand::Rng;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;

/// What is known before anything is said.
pub(super) struct Told {
    pub kind: Kind,
    /// When the last thing was said, or, for a reply, when it began to wait.
    pub last: Ago,
    /// How much longer ago everything was, on a campaign that is over.
    pub over: Ago,
    pub holder: Option<Person>,
}

/// Adds the thread to a contact.
pub(super) fn tell(rng: &mut StdRng, plan: &Plan, told: &Told, contact: Contact) -> Contact {
    let mut said = dialogue(rng, plan, told.kind);
    let last = told.last + told.over;
    let initial = if said.is_empty() {
        last
    } else {
        last + told.last / 3 + rng.random_range(HOUR..5 * HOUR)
    };
    let by = Some(told.holder.unwrap_or(ADMIN));
    let field = |name: &str| field(&contact, name);
    let mut lines = vec![Line {
        ago: initial,
        inbound: false,
        body: fill_in(plan.script, field),
        by,
    }];
    let times = times(rng, initial, last, said.len());
    for (at, (body, ago)) in said.drain(..).zip(times).enumerate() {
        let inbound = at % 2 == 0;
        lines.push(Line {
            ago,
            inbound,
            body: body.to_owned(),
            by: by.filter(|_| !inbound),
        });
    }
    // Who waits may write again; that does not make them wait less.
    if is_waiting(told.kind) && told.last > 10 * MINUTE && rng.random_bool(0.25) {
        let ago = told.over + (told.last as f64 * rng.random_range(0.2..0.6)) as Ago;
        let body = NUDGES.choose(rng).copied().unwrap_or_default().to_owned();
        lines.push(Line {
            ago,
            inbound: true,
            body,
            by: None,
        });
    }
    let (status, opted_out) = (status(told.kind), told.kind == Kind::Stopped);
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
        Kind::Held | Kind::Retaken | Kind::Released | Kind::Pooled
    )
}

fn status(kind: Kind) -> ConversationStatus {
    match kind {
        Kind::Unsent => ConversationStatus::NeedsMessage,
        Kind::Messaged => ConversationStatus::Messaged,
        Kind::Talking => ConversationStatus::Convo,
        Kind::Closed | Kind::Stopped => ConversationStatus::Closed,
        Kind::Held | Kind::Retaken | Kind::Released | Kind::Pooled => {
            ConversationStatus::NeedsResponse
        }
    }
}

/// What was said after the initial: the beginning of one of the campaign's dialogues, cut where it is
/// the right one's turn.
fn dialogue(rng: &mut StdRng, plan: &Plan, kind: Kind) -> Vec<&'static str> {
    let whole =
        |dialogue: Option<&Dialogue>| dialogue.map(|said| said.to_vec()).unwrap_or_default();
    match kind {
        Kind::Unsent | Kind::Messaged => Vec::new(),
        Kind::Stopped => STOPS.choose(rng).copied().into_iter().collect(),
        Kind::Closed => whole(CLOSINGS.choose(rng)),
        Kind::Talking => cut(rng, plan, 0),
        Kind::Held | Kind::Retaken | Kind::Released | Kind::Pooled => cut(rng, plan, 1),
    }
}

/// A beginning of a dialogue with an even (0) or odd (1) number of texts, and at least one.
fn cut(rng: &mut StdRng, plan: &Plan, odd: usize) -> Vec<&'static str> {
    let shortest = 2 - odd;
    let long_enough: Vec<&Dialogue> = plan
        .dialogues
        .iter()
        .filter(|said| said.len() >= shortest)
        .collect();
    let Some(said) = long_enough.choose(rng) else {
        return Vec::new();
    };
    let turns = rng.random_range(0..=(said.len() - shortest) / 2);
    said[..shortest + 2 * turns].to_vec()
}

/// When each of `count` texts after the initial was written; the last of them at `last`.
fn times(rng: &mut StdRng, initial: Ago, last: Ago, count: usize) -> Vec<Ago> {
    let step = (initial - last) as f64 / count.max(1) as f64;
    (1..=count)
        .map(|at| match at == count {
            true => last,
            // Somewhere in its own stretch, so that no two change places.
            false => initial - (step * (at as f64 - rng.random_range(0.0..0.9))) as Ago,
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
