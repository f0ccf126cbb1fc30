//! What has happened in the demo so far, told from a seed. Times are seconds before now.

mod ago;
mod cast;
mod contact;
mod details;
mod handovers;
mod kind;
mod tags;
mod thread;

pub(super) use ago::{Ago, DAY, HOUR, MINUTE};
pub(super) use contact::{Contact, Draft, Holding, Line, Who};
pub(super) use handovers::{Handover, RELEASES};
pub(super) use tags::{TAGS, Tag};

use rand::SeedableRng;
use rand::rngs::StdRng;

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
