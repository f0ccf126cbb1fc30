//! The history of the demo, generated from a seed: contacts with their threads, and every change of hands.

mod contact;
mod details;
mod generate_contacts;
mod handovers;
mod kind;
mod seconds_ago;
mod tag;
mod thread;

pub(super) use contact::{Contact, ContactIndex, Draft, Holding, Line};
pub(super) use handovers::{Handover, RELEASES};
pub(super) use seconds_ago::{DAY, HOUR, MINUTE, SecondsAgo};
pub(super) use tag::{TAGS, TagIndex};

use rand::SeedableRng;
use rand::rngs::StdRng;

/// The whole history.
pub(super) struct Story {
    /// The contacts of all campaigns.
    pub contacts: Vec<Contact>,
    /// Every change of hands, the earliest first.
    pub handovers: Vec<Handover>,
}

/// Generates the history. The same seed gives the same one.
pub(super) fn generate(seed: u64) -> Story {
    let mut rng = StdRng::seed_from_u64(seed);
    let mut contacts = generate_contacts::generate_contacts(&mut rng);
    let handovers = handovers::schedule(&mut contacts);
    details::add(&mut contacts, &mut rng);
    Story {
        contacts,
        handovers,
    }
}
