//! Who got what when: texters ask for batches, and releases take some of it back.

use super::{Ago, Contact, HOUR, Holding, MINUTE, Who};
use crate::people::Person;
use std::collections::BTreeMap;

/// When releases everywhere were made, with an interval of an hour.
pub(crate) const RELEASES: [Ago; 3] = [27 * HOUR, 9 * HOUR, 2 * HOUR + 30 * MINUTE];

/// The most that one request takes.
const BATCH: usize = 25;

/// A change of hands of several conversations at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Handover {
    pub ago: Ago,
    pub contacts: Vec<Who>,
    /// Who gets them; nobody at a release.
    pub to: Option<Person>,
    /// The place in [`RELEASES`], if it is one.
    pub release: Option<usize>,
}

/// Sets when each holding began, and tells all changes of hands, the earliest first.
pub(super) fn hand_over(contacts: &mut [Contact]) -> Vec<Handover> {
    let mut handovers = requests(contacts);
    handovers.extend(releases(contacts));
    handovers.extend(second_requests(contacts));
    handovers.sort_by_key(|handover| std::cmp::Reverse(handover.ago));
    handovers
}

/// A texter's requests on a campaign, a few minutes before the first text that came of each.
fn requests(contacts: &mut [Contact]) -> Vec<Handover> {
    let mut groups: BTreeMap<(usize, Person), Vec<Who>> = BTreeMap::new();
    for (who, contact) in contacts.iter().enumerate() {
        if let Some(holding) = contact.first {
            groups
                .entry((contact.campaign, holding.by))
                .or_default()
                .push(who);
        }
    }
    let mut handovers = Vec::new();
    for ((_, to), mut group) in groups {
        group.sort_by_key(|who| std::cmp::Reverse(contacts[*who].initial()));
        for batch in group.chunks(BATCH) {
            let earliest = batch
                .iter()
                .filter_map(|who| contacts[*who].initial())
                .max()
                .unwrap_or(0);
            let since = earliest + 4 * MINUTE;
            for who in batch {
                contacts[*who].first = Some(Holding { by: to, since });
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
            .filter(|who| contacts[*who].release == Some(release))
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

/// When others asked for what a release had put into the pool.
pub(super) fn taken_again(release: usize) -> Ago {
    RELEASES[release] * 6 / 10
}

/// What others asked for after a release.
fn second_requests(contacts: &mut [Contact]) -> Vec<Handover> {
    let mut groups: BTreeMap<(usize, Person), Vec<Who>> = BTreeMap::new();
    for (who, contact) in contacts.iter().enumerate() {
        if let (Some(release), Some(holding)) = (contact.release, contact.second) {
            groups.entry((release, holding.by)).or_default().push(who);
        }
    }
    let mut handovers = Vec::new();
    for ((release, to), group) in groups {
        // Each texter at a moment of their own.
        let since = taken_again(release) - 3 * MINUTE * to as Ago;
        for who in &group {
            contacts[*who].second = Some(Holding { by: to, since });
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
