//! A limit for calls to a carrier: one at once for each organization, on each server.

use app::domain::OrganizationId;
use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

/// The organizations whose call is under way.
#[derive(Debug, Default)]
pub(super) struct OneAtOnce {
    under_way: Mutex<HashSet<OrganizationId>>,
}

/// The turn of an organization, over when it is dropped.
pub(super) struct Turn<'a> {
    of: &'a OneAtOnce,
    organization: OrganizationId,
}

impl OneAtOnce {
    /// The turn, or nothing as long as the organization has one.
    pub fn turn(&self, organization: OrganizationId) -> Option<Turn<'_>> {
        let is_free = self.with(|under_way| under_way.insert(organization));
        is_free.then_some(Turn {
            of: self,
            organization,
        })
    }

    fn with<T>(&self, change: impl FnOnce(&mut HashSet<OrganizationId>) -> T) -> T {
        // A panic while it is locked leaves a set that is as good as any.
        let mut under_way = self
            .under_way
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        change(&mut under_way)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.of
            .with(|under_way| under_way.remove(&self.organization));
    }
}

#[cfg(test)]
mod tests {
    use super::OneAtOnce;
    use app::domain::OrganizationId;

    #[test]
    fn an_organization_has_one_turn_at_once() {
        let limit = OneAtOnce::default();
        let first = limit.turn(OrganizationId(1));
        assert!(first.is_some());
        assert!(limit.turn(OrganizationId(1)).is_none());
        assert!(limit.turn(OrganizationId(2)).is_some());
        drop(first);
        assert!(limit.turn(OrganizationId(1)).is_some());
    }
}
