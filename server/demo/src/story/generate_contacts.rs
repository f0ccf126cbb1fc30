//! The generation of contacts: their kinds, persons, holders and threads. The times of assignments come later, from
//! `handovers`.

use super::handovers::reassigned_ago;
use super::kind::Kind;
use super::thread::{ThreadSpec, add_thread};
use super::{Contact, DAY, HOUR, Holding, MINUTE, RELEASES, SecondsAgo};
use crate::campaigns::CAMPAIGNS;
use crate::names::{FIRST, LAST};
use crate::people::{HOLDERS, PersonIndex, holder_of};
use crate::plan::{Plan, State};
use app::domain::ConversationStatus;
use rand::Rng;
use rand::rngs::StdRng;
use rand::seq::{IndexedRandom, SliceRandom};

/// The contacts of all campaigns. The times of their assignments are still 0.
pub(super) fn generate_contacts(rng: &mut StdRng) -> Vec<Contact> {
    let mut contacts = Vec::new();
    for (campaign, plan) in CAMPAIGNS.into_iter().enumerate() {
        // In random order, as in an imported file.
        let mut kinds = kinds(plan);
        kinds.shuffle(rng);
        for (at, (kind, rank)) in kinds.into_iter().enumerate() {
            let contact = person(rng, campaign, plan, at);
            contacts.push(with_thread(rng, plan, contact, kind, rank));
        }
    }
    contacts
}

/// The kind of each contact, and its rank among those of its kind, from 0 to 1.
fn kinds(plan: &Plan) -> Vec<(Kind, f64)> {
    let mix = plan.mix;
    [
        (Kind::Unsent, mix.unsent),
        (Kind::Messaged, mix.messaged),
        (Kind::Talking, mix.talking),
        (Kind::Closed, mix.closed),
        (Kind::Stopped, mix.stopped),
        (Kind::Held, mix.held),
        (Kind::Reassigned, mix.reassigned),
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
    let release = matches!(kind, Kind::Reassigned | Kind::Released)
        .then(|| rng.random_range(0..RELEASES.len()));
    let (shortest, longest) = match kind {
        Kind::Held => (2 * MINUTE, 30 * HOUR),
        Kind::Pooled => (MINUTE, 10 * HOUR),
        Kind::Talking => (4 * MINUTE, 40 * HOUR),
        _ => (20 * MINUTE, 3 * DAY),
    };
    let last = match release {
        Some(release) => RELEASES[release] + HOUR + rng.random_range(5 * MINUTE..5 * HOUR),
        None => spread(rank, shortest, longest),
    };
    let holder = holder(rng, kind, last, release);
    let spec = ThreadSpec {
        kind,
        last,
        offset: archive_offset(plan),
        holder,
    };
    let second = release
        .filter(|_| kind == Kind::Reassigned)
        .map(|release| Holding {
            by: next_holder(rng, holder, release),
            since: 0,
        });
    let first = holder.map(|by| Holding { by, since: 0 });
    add_thread(
        rng,
        plan,
        &spec,
        Contact {
            first,
            release,
            second,
            ..contact
        },
    )
}

/// An age on a logarithmic scale: many are short, few are long, and none is missing between.
fn spread(rank: f64, shortest: SecondsAgo, longest: SecondsAgo) -> SecondsAgo {
    let (shortest, longest) = (shortest as f64, longest as f64);
    (shortest * (longest / shortest).powf(rank)) as SecondsAgo
}

/// The first holder. Contacts without one were texted by the admin.
fn holder(
    rng: &mut StdRng,
    kind: Kind,
    last: SecondsAgo,
    release: Option<usize>,
) -> Option<PersonIndex> {
    match kind {
        Kind::Unsent | Kind::Pooled => None,
        Kind::Messaged if rng.random_bool(0.4) => None,
        // Replies are released from the texters whose replies wait longest.
        Kind::Reassigned | Kind::Released => Some(HOLDERS[2 + release.unwrap_or(0) % 2]),
        Kind::Held | Kind::Talking => Some(holder_of(last, rng.random_range(0..4))),
        Kind::Messaged | Kind::Closed | Kind::Stopped => HOLDERS.choose(rng).copied(),
    }
}

/// The holder after a release: a likely one at that time, other than the one from whom it was released.
fn next_holder(rng: &mut StdRng, previous: Option<PersonIndex>, release: usize) -> PersonIndex {
    let start = rng.random_range(0..4);
    let candidates = (start..start + 4).map(|draw| holder_of(reassigned_ago(release), draw));
    candidates
        .into_iter()
        .find(|person| Some(*person) != previous)
        .unwrap_or(HOLDERS[0])
}

/// The age of an archived campaign's last text; 0 for the others.
fn archive_offset(plan: &Plan) -> SecondsAgo {
    match plan.state {
        State::Archived { days_ago } => (days_ago + 1) * DAY,
        State::Draft | State::Started | State::Paused => 0,
    }
}
