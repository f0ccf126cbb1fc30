//! Who is on which campaign, and where their conversation stands.

use super::handovers::taken_again;
use super::kind::Kind;
use super::thread::{Told, tell};
use super::{Ago, Contact, DAY, HOUR, Holding, MINUTE, RELEASES};
use crate::campaigns::CAMPAIGNS;
use crate::names::{FIRST, LAST};
use crate::people::{HOLDERS, Person, holder_of};
use crate::plan::{Plan, State};
use app::domain::ConversationStatus;
use rand::Rng;
use rand::rngs::StdRng;
use rand::seq::{IndexedRandom, SliceRandom};

/// Everybody, on every campaign. When holdings began is not known yet.
pub(super) fn cast(rng: &mut StdRng) -> Vec<Contact> {
    let mut contacts = Vec::new();
    for (campaign, plan) in CAMPAIGNS.into_iter().enumerate() {
        // In no order, as they are in a file.
        let mut kinds = kinds(plan);
        kinds.shuffle(rng);
        for (at, (kind, rank)) in kinds.into_iter().enumerate() {
            let contact = person(rng, campaign, plan, at);
            contacts.push(with_thread(rng, plan, contact, kind, rank));
        }
    }
    contacts
}

/// Each contact's kind, and where among its kind it is, from 0 to 1.
fn kinds(plan: &Plan) -> Vec<(Kind, f64)> {
    let mix = plan.mix;
    [
        (Kind::Unsent, mix.unsent),
        (Kind::Messaged, mix.messaged),
        (Kind::Talking, mix.talking),
        (Kind::Closed, mix.closed),
        (Kind::Stopped, mix.stopped),
        (Kind::Held, mix.held),
        (Kind::Retaken, mix.retaken),
        (Kind::Released, mix.released),
        (Kind::Pooled, mix.pooled),
    ]
    .into_iter()
    .flat_map(|(kind, count)| (0..count).map(move |at| (kind, (at as f64 + 0.5) / count as f64)))
    .collect()
}

fn person(rng: &mut StdRng, campaign: usize, plan: &Plan, at: usize) -> Contact {
    let pick = |rng: &mut StdRng, from: &'static [&'static str]| {
        from.choose(rng).copied().unwrap_or_default()
    };
    Contact {
        campaign,
        first_name: pick(rng, &FIRST),
        last_name: pick(rng, &LAST),
        // 555-0100 to 555-0199 belong to nobody, whatever the area code.
        cell: format!("+1{}55501{:02}", plan.area_codes[at / 100], at % 100),
        custom_fields: plan
            .fields
            .iter()
            .map(|(name, values)| (*name, pick(rng, values)))
            .collect(),
        status: ConversationStatus::NeedsMessage,
        lines: Vec::new(),
        first: None,
        release: None,
        second: None,
        opted_out: false,
        tag: None,
        draft: None,
        failed: false,
    }
}

fn with_thread(rng: &mut StdRng, plan: &Plan, contact: Contact, kind: Kind, rank: f64) -> Contact {
    if kind == Kind::Unsent {
        return contact;
    }
    let release =
        matches!(kind, Kind::Retaken | Kind::Released).then(|| rng.random_range(0..RELEASES.len()));
    let (shortest, longest) = match kind {
        Kind::Held => (2 * MINUTE, 30 * HOUR),
        Kind::Pooled => (MINUTE, 10 * HOUR),
        Kind::Talking => (4 * MINUTE, 40 * HOUR),
        _ => (20 * MINUTE, 3 * DAY),
    };
    // When the last thing was said, or, for a reply, when it began to wait.
    let last = match release {
        Some(release) => RELEASES[release] + HOUR + rng.random_range(5 * MINUTE..5 * HOUR),
        None => spread(rank, shortest, longest),
    };
    let holder = holder(rng, kind, last, release);
    let told = Told {
        kind,
        last,
        over: over(plan),
        holder,
    };
    let second = release
        .filter(|_| kind == Kind::Retaken)
        .map(|release| Holding {
            by: another(rng, holder, release),
            since: 0,
        });
    let first = holder.map(|by| Holding { by, since: 0 });
    tell(
        rng,
        plan,
        &told,
        Contact {
            first,
            release,
            second,
            ..contact
        },
    )
}

/// Ages as they are: many short ones, few long ones, and something of everything between.
fn spread(rank: f64, shortest: Ago, longest: Ago) -> Ago {
    let (shortest, longest) = (shortest as f64, longest as f64);
    (shortest * (longest / shortest).powf(rank)) as Ago
}

/// Who got it first; their time comes later. Contacts that nobody got were texted by the admin.
fn holder(rng: &mut StdRng, kind: Kind, last: Ago, release: Option<usize>) -> Option<Person> {
    match kind {
        Kind::Unsent | Kind::Pooled => None,
        Kind::Messaged if rng.random_bool(0.4) => None,
        // Those whose replies were released are those who walk away.
        Kind::Retaken | Kind::Released => Some(HOLDERS[2 + release.unwrap_or(0) % 2]),
        Kind::Held | Kind::Talking => Some(holder_of(last, rng.random_range(0..4))),
        Kind::Messaged | Kind::Closed | Kind::Stopped => HOLDERS.choose(rng).copied(),
    }
}

/// Who took it after a release: one of those who were texting then, and not whoever had lost it.
fn another(rng: &mut StdRng, than: Option<Person>, release: usize) -> Person {
    let start = rng.random_range(0..4);
    let likely = (start..start + 4).map(|draw| holder_of(taken_again(release), draw));
    likely
        .into_iter()
        .find(|person| Some(*person) != than)
        .unwrap_or(HOLDERS[0])
}

/// How long ago a campaign was over.
fn over(plan: &Plan) -> Ago {
    match plan.state {
        State::Archived { days_ago } => (days_ago + 1) * DAY,
        State::Draft | State::Started => 0,
    }
}
