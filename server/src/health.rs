//! What of this server works right now, by the word of its own parts. `/health` reads it without asking anybody, so
//! that it is answered when nothing else is.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// A fault that lasts is logged again at this pace.
const REMIND: Duration = Duration::from_secs(60);

/// The parts of a server. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Health(Arc<Mutex<BTreeMap<&'static str, Condition>>>);

#[derive(Debug)]
struct Condition {
    /// When it last said that it works, or began.
    worked_at: Instant,
    /// It says that it works at least this often.
    at_least_every: Duration,
    fault: Option<ReportedFault>,
}

#[derive(Debug)]
struct ReportedFault {
    reason: String,
    since: Instant,
    logged_at: Option<Instant>,
}

/// A part that does not work. Its display is a line of `/health`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Which part.
    pub component: &'static str,
    /// For how long.
    pub lasted: Duration,
    /// Why, as far as it is known.
    pub reason: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (component, seconds) = (self.component, self.lasted.as_secs());
        write!(f, "{component}: {} (for {seconds} s)", self.reason)
    }
}

impl Health {
    /// A part that will say at least this often that it works. It counts as working until then.
    pub fn component(&self, name: &'static str, at_least_every: Duration) -> Component {
        let condition = Condition {
            worked_at: Instant::now(),
            at_least_every,
            fault: None,
        };
        self.conditions().insert(name, condition);
        Component {
            health: self.clone(),
            name,
        }
    }

    /// What does not work; nothing = everything does.
    pub fn faults(&self) -> Vec<Fault> {
        self.faults_at(Instant::now())
    }

    fn faults_at(&self, now: Instant) -> Vec<Fault> {
        self.conditions()
            .iter()
            .filter_map(|(component, condition)| {
                let silent = now.saturating_duration_since(condition.worked_at);
                let (lasted, reason) = match &condition.fault {
                    Some(fault) => (
                        now.saturating_duration_since(fault.since),
                        fault.reason.clone(),
                    ),
                    None if silent > condition.at_least_every => {
                        (silent, "it gives no sign of life".to_owned())
                    }
                    None => return None,
                };
                Some(Fault {
                    component,
                    lasted,
                    reason,
                })
            })
            .collect()
    }

    fn conditions(&self) -> MutexGuard<'_, BTreeMap<&'static str, Condition>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One part's own word on whether it works. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Component {
    health: Health,
    name: &'static str,
}

impl Component {
    /// Another part of the same server.
    pub fn sibling(&self, name: &'static str, at_least_every: Duration) -> Self {
        self.health.component(name, at_least_every)
    }

    /// It works. If it did not, the log says that it does again.
    pub fn works(&self) {
        let mut conditions = self.health.conditions();
        let Some(condition) = conditions.get_mut(self.name) else {
            return;
        };
        condition.worked_at = Instant::now();
        if let Some(fault) = condition.fault.take() {
            let lasted = fault.since.elapsed();
            tracing::info!(
                component = self.name,
                ?lasted,
                "a part of the server works again"
            );
        }
    }

    /// It does not work, and this is why. Logged at once, and then once a minute for as long as it lasts.
    pub fn fails(&self, reason: impl fmt::Display) {
        let now = Instant::now();
        let mut conditions = self.health.conditions();
        let Some(condition) = conditions.get_mut(self.name) else {
            return;
        };
        let fault = condition.fault.get_or_insert_with(|| ReportedFault {
            reason: String::new(),
            since: now,
            logged_at: None,
        });
        fault.reason = reason.to_string();
        if fault
            .logged_at
            .is_none_or(|logged_at| now - logged_at >= REMIND)
        {
            fault.logged_at = Some(now);
            tracing::error!(component = self.name, reason = %fault.reason, "a part of the server does not work");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFTEN: Duration = Duration::from_secs(10);

    #[test]
    fn a_fault_is_reported_until_the_part_works_again() {
        let health = Health::default();
        let outbox = health.component("outbox", OFTEN);
        assert_eq!(health.faults(), []);
        outbox.fails("no connection");
        let faults = health.faults();
        assert_eq!(faults[0].to_string(), "outbox: no connection (for 0 s)");
        outbox.works();
        assert_eq!(health.faults(), []);
    }

    #[test]
    fn a_part_that_hangs_is_reported_although_it_says_nothing() {
        let health = Health::default();
        let outbox = health.component("outbox", OFTEN);
        let later = Instant::now() + OFTEN + Duration::from_secs(1);
        assert_eq!(
            health.faults_at(later)[0].reason,
            "it gives no sign of life"
        );
        outbox.works();
        assert_eq!(health.faults(), []);
    }
}
