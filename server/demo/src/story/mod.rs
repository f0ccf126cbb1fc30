//! What has happened in the demo so far, told from a seed. Times are seconds before now.

mod cast;
mod contact;
mod details;
mod handovers;
mod kind;
mod thread;

pub(super) use contact::{Contact, Draft, Holding, Line};
pub(super) use details::{TAGS, Tag};
pub(super) use handovers::{Handover, RELEASES};

use rand::SeedableRng;
use rand::rngs::StdRng;

/// Seconds before now.
pub(super) type Ago = i64;
/// A contact by their place in the story.
pub(super) type Who = usize;

pub(super) const MINUTE: Ago = 60;
pub(super) const HOUR: Ago = 60 * MINUTE;
pub(super) const DAY: Ago = 24 * HOUR;

/// The whole of it.
pub(super) struct Story {
    /// Everybody on every campaign.
    pub contacts: Vec<Contact>,
    /// Every change of hands, the earliest first.
    pub handovers: Vec<Handover>,
}

/// Tells it. The same seed tells the same story.
pub(super) fn tell(seed: u64) -> Story {
    let mut rng = StdRng::seed_from_u64(seed);
    let mut contacts = cast::cast(&mut rng);
    let handovers = handovers::hand_over(&mut contacts);
    details::add(&mut contacts, &mut rng);
    Story {
        contacts,
        handovers,
    }
}
