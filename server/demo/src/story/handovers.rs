//! The changes of hands: texters' requests and the admin's releases, with the times of both.

use super::{Contact, ContactIndex, HOUR, Holding, MINUTE, SecondsAgo};
use crate::people::PersonIndex;
use std::collections::BTreeMap;

/// The times of the releases, each everywhere and with an interval of an hour.
pub(crate) const RELEASES: [SecondsAgo; 3] = [27 * HOUR, 9 * HOUR, 2 * HOUR + 30 * MINUTE];

/// The largest number of conversations of one request.
const BATCH: usize = 25;

/// A change of hands of several conversations, by a request or by a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Handover {
    pub ago: SecondsAgo,
    pub contacts: Vec<ContactIndex>,
    /// The new holder; `None` for a release.
    pub to: Option<PersonIndex>,
    /// The index in [`RELEASES`], for a release.
    pub release: Option<usize>,
}

/// Sets the time of each assignment, and returns all changes of hands, the earliest first.
pub(super) fn schedule(contacts: &mut [Contact]) -> Vec<Handover> {
    let mut handovers = requests(contacts);
    handovers.extend(releases(contacts));
    handovers.extend(second_requests(contacts));
    handovers.sort_by_key(|handover| std::cmp::Reverse(handover.ago));
    handovers
}

/// The first requests: batches of each texter on each campaign, a few minutes before the first text of the batch.
fn requests(contacts: &mut [Contact]) -> Vec<Handover> {
    let mut groups: BTreeMap<(usize, PersonIndex), Vec<ContactIndex>> = BTreeMap::new();
    for (index, contact) in contacts.iter().enumerate() {
        if let Some(holding) = contact.first {
            groups
                .entry((contact.campaign, holding.by))
                .or_default()
                .push(index);
        }
    }
    let mut handovers = Vec::new();
    for ((_, to), mut group) in groups {
        group.sort_by_key(|index| std::cmp::Reverse(contacts[*index].initial()));
        for batch in group.chunks(BATCH) {
            let earliest = batch
                .iter()
                .filter_map(|index| contacts[*index].initial())
                .max()
                .unwrap_or(0);
            let since = earliest + 4 * MINUTE;
            for index in batch {
                contacts[*index].first = Some(Holding { by: to, since });
            }
            handovers.push(Handover {
                ago: since,
                contacts: batch.to_vec(),
                to: Some(to),
                release: None,
            });
        }
    }
    handovers
}

fn releases(contacts: &[Contact]) -> Vec<Handover> {
    let released = |release: usize| {
        (0..contacts.len())
            .filter(|index| contacts[*index].release == Some(release))
            .collect()
    };
    RELEASES
        .into_iter()
        .enumerate()
        .map(|(release, ago)| Handover {
            ago,
            contacts: released(release),
            to: None,
            release: Some(release),
        })
        .filter(|handover| !handover.contacts.is_empty())
        .collect()
}

/// The time at which others requested what a release had put into the pool.
pub(super) fn reassigned_ago(release: usize) -> SecondsAgo {
    RELEASES[release] * 6 / 10
}

/// The requests of others after a release.
fn second_requests(contacts: &mut [Contact]) -> Vec<Handover> {
    let mut groups: BTreeMap<(usize, PersonIndex), Vec<ContactIndex>> = BTreeMap::new();
    for (index, contact) in contacts.iter().enumerate() {
        if let (Some(release), Some(holding)) = (contact.release, contact.second) {
            groups.entry((release, holding.by)).or_default().push(index);
        }
    }
    let mut handovers = Vec::new();
    for ((release, to), group) in groups {
        // Each texter requests at a time of their own.
        let since = reassigned_ago(release) - 3 * MINUTE * to as SecondsAgo;
        for index in &group {
            contacts[*index].second = Some(Holding { by: to, since });
        }
        for batch in group.chunks(BATCH) {
            handovers.push(Handover {
                ago: since,
                contacts: batch.to_vec(),
                to: Some(to),
                release: None,
            });
        }
    }
    handovers
}
