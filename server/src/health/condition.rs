//! The condition of one component, and the log of its faults.

use std::fmt;
use std::time::{Duration, Instant};

/// The interval at which a lasting fault is logged again.
const REMINDER_INTERVAL: Duration = Duration::from_secs(60);

/// The reports of a component, and what of them was logged.
#[derive(Debug)]
pub(super) struct Condition {
    /// Whether its outage is one of the server.
    pub essential: bool,
    /// The time of the last heartbeat, or of the registration.
    pub alive_at: Instant,
    /// The maximum time between two heartbeats.
    pub at_least_every: Duration,
    pub fault: Option<ReportedFault>,
    pub logged: Option<LoggedFault>,
}

#[derive(Debug)]
pub(super) struct ReportedFault {
    pub reason: String,
    pub since: Instant,
}

#[derive(Debug)]
pub(super) struct LoggedFault {
    pub since: Instant,
    pub last_at: Instant,
}

/// A component that does not work. Its display is a line of `/health`, which is public, so the reason is only for the
/// log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The component's name.
    pub component: &'static str,
    /// The duration so far.
    pub lasted: Duration,
    /// The reason, as far as it is known.
    pub reason: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (component, seconds) = (self.component, self.lasted.as_secs());
        write!(f, "{component}: not working for {seconds} s")
    }
}

impl Condition {
    pub fn fault_at(&self, component: &'static str, now: Instant) -> Option<Fault> {
        let silent = now.saturating_duration_since(self.alive_at);
        let (lasted, reason) = match &self.fault {
            Some(fault) => (
                now.saturating_duration_since(fault.since),
                fault.reason.clone(),
            ),
            None if silent > self.at_least_every => (silent, "it gives no sign of life".to_owned()),
            None => return None,
        };
        Some(Fault {
            component,
            lasted,
            reason,
        })
    }

    /// Logs the beginning, the continuation or the end of a fault.
    pub fn log_change(&mut self, component: &'static str, now: Instant) {
        match (self.fault_at(component, now), &mut self.logged) {
            (None, None) => {}
            (None, Some(logged)) => {
                let lasted = now.saturating_duration_since(logged.since);
                self.logged = None;
                tracing::info!(
                    component,
                    ?lasted,
                    "part of the server works again: {component}"
                );
            }
            (Some(_), Some(logged))
                if now.saturating_duration_since(logged.last_at) < REMINDER_INTERVAL => {}
            (Some(fault), logged) => {
                let began_at = now.checked_sub(fault.lasted).unwrap_or(now);
                let since = logged.as_ref().map_or(began_at, |logged| logged.since);
                *logged = Some(LoggedFault {
                    since,
                    last_at: now,
                });
                let Fault { lasted, reason, .. } = fault;
                tracing::error!(component, %reason, ?lasted, "part of the server does not work: {component}");
            }
        }
    }
}
