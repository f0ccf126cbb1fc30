//! The health of this server, as its components report it. `/health` reads it without a query, so that it is answered
//! when nothing else is.

mod condition;

pub use condition::Fault;

use condition::{Condition, ReportedFault};
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio_util::sync::CancellationToken;

/// The interval at which [`Health::watch`] checks.
const WATCH_INTERVAL: Duration = Duration::from_secs(10);
/// The duration from which a fault is an outage. A reconnection takes about a second.
const OUTAGE_AFTER: Duration = Duration::from_secs(5);

/// The components of a server. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Health(Arc<Mutex<BTreeMap<&'static str, Condition>>>);

impl Health {
    /// Registers an essential component, whose outages are those of the server. It sends heartbeats at least this often, and
    /// counts as working until the first is due.
    pub fn component(&self, name: &'static str, at_least_every: Duration) -> Component {
        self.add(name, at_least_every, true)
    }

    /// Registers a component whose faults are only logged, because users do not notice them.
    pub fn background(&self, name: &'static str, at_least_every: Duration) -> Component {
        self.add(name, at_least_every, false)
    }

    fn add(&self, name: &'static str, at_least_every: Duration, essential: bool) -> Component {
        let condition = Condition {
            essential,
            alive_at: Instant::now(),
            at_least_every,
            fault: None,
            logged: None,
        };
        self.conditions().insert(name, condition);
        Component {
            health: self.clone(),
            name,
        }
    }

    /// The components that do not work.
    pub fn faults(&self) -> Vec<Fault> {
        let now = Instant::now();
        let conditions = self.conditions();
        let faults = conditions.iter();
        faults
            .filter_map(|(name, condition)| condition.fault_at(name, now))
            .collect()
    }

    /// The essential components that have not worked for a while.
    pub fn outages(&self) -> Vec<Fault> {
        self.outages_at(Instant::now())
    }

    fn outages_at(&self, now: Instant) -> Vec<Fault> {
        self.conditions()
            .iter()
            .filter(|(_, condition)| condition.essential)
            .filter_map(|(name, condition)| condition.fault_at(name, now))
            .filter(|fault| fault.lasted >= OUTAGE_AFTER)
            .collect()
    }

    /// Logs components without a heartbeat, and lasting faults once a minute, until the server ends.
    pub async fn watch(self, ending: CancellationToken) {
        let watching = async {
            loop {
                tokio::time::sleep(WATCH_INTERVAL).await;
                self.log_changes(Instant::now());
            }
        };
        let _: Option<Infallible> = ending.run_until_cancelled(watching).await;
    }

    fn log_changes(&self, now: Instant) {
        for (name, condition) in self.conditions().iter_mut() {
            condition.log_change(name, now);
        }
    }

    fn conditions(&self) -> MutexGuard<'_, BTreeMap<&'static str, Condition>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The handle by which a component reports its condition. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Component {
    health: Health,
    name: &'static str,
}

impl Component {
    /// Registers another component of the same server.
    pub fn sibling(&self, name: &'static str, at_least_every: Duration) -> Self {
        self.health.component(name, at_least_every)
    }

    /// Reports that it works. If it did not before, its recovery is logged.
    pub fn works(&self) {
        self.change(|condition, now| {
            condition.alive_at = now;
            condition.fault = None;
        });
    }

    /// Sends a heartbeat from long work. It does not end a fault.
    pub fn is_busy(&self) {
        self.change(|condition, now| condition.alive_at = now);
    }

    /// Reports a fault, which is logged at once, and by [`Health::watch`] for as long as it lasts.
    pub fn fails(&self, reason: impl fmt::Display) {
        self.change(|condition, now| {
            condition.alive_at = now;
            let fault = condition.fault.get_or_insert_with(|| ReportedFault {
                reason: String::new(),
                since: now,
            });
            fault.reason = reason.to_string();
        });
    }

    /// Reports the result of a round, and returns its value, if there is one.
    pub fn report<T>(&self, round: Result<T, impl fmt::Display>) -> Option<T> {
        match round {
            Ok(value) => {
                self.works();
                Some(value)
            }
            Err(error) => {
                self.fails(error);
                None
            }
        }
    }

    fn change(&self, change: impl FnOnce(&mut Condition, Instant)) {
        let now = Instant::now();
        if let Some(condition) = self.health.conditions().get_mut(self.name) {
            change(condition, now);
            condition.log_change(self.name, now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFTEN: Duration = Duration::from_secs(10);

    /// When the fault of a part was last logged.
    fn logged_at(health: &Health, part: &str) -> Option<Instant> {
        let conditions = health.conditions();
        conditions[part]
            .logged
            .as_ref()
            .map(|logged| logged.last_at)
    }

    #[test]
    fn a_fault_that_lasts_is_an_outage_until_the_part_works_again_and_its_reason_stays_here() {
        let health = Health::default();
        let outbox = health.component("outbox", OFTEN);
        outbox.fails("no connection to 10.0.0.7");
        assert_eq!(health.faults()[0].reason, "no connection to 10.0.0.7");
        assert_eq!(health.outages(), [], "it may be over in a second");
        let later = Instant::now() + OUTAGE_AFTER;
        let outages = health.outages_at(later);
        assert_eq!(outages[0].to_string(), "outbox: not working for 5 s");
        outbox.works();
        assert_eq!(health.outages_at(later), []);
    }

    #[test]
    fn a_part_that_falls_silent_is_logged_at_once_and_then_once_a_minute() {
        let health = Health::default();
        let outbox = health.component("outbox", OFTEN);
        let later = Instant::now() + OFTEN + Duration::from_secs(1);
        assert_eq!(
            health.outages_at(later)[0].reason,
            "it gives no sign of life"
        );
        for (seconds, last) in [(0, 0), (10, 0), (50, 0), (60, 60), (70, 60), (120, 120)] {
            health.log_changes(later + Duration::from_secs(seconds));
            let expected = later + Duration::from_secs(last);
            assert_eq!(logged_at(&health, "outbox"), Some(expected), "{seconds}");
        }
        outbox.works();
        assert_eq!(logged_at(&health, "outbox"), None);
    }

    #[test]
    fn a_part_in_the_background_is_no_outage() {
        let health = Health::default();
        health
            .background("cleaning up", OFTEN)
            .fails("no connection");
        assert_eq!(health.outages_at(Instant::now() + OFTEN), []);
        assert!(logged_at(&health, "cleaning up").is_some());
    }

    #[test]
    fn a_part_that_is_busy_is_not_silent_and_still_has_its_fault() {
        let health = Health::default();
        let resuming = health.component("resuming of releases", Duration::ZERO);
        resuming.fails("one release");
        resuming.is_busy();
        assert_eq!(health.faults().len(), 1);
    }
}
