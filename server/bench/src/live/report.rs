//! The figures of one run, and the table in which they are printed.

use super::Scale;
use crate::environment::Environment;
use crate::latencies::Latencies;
use serde::Serialize;
use std::fmt;

/// The figures of one run: a table when displayed, JSON when serialized.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// The sizes.
    pub(super) scale: Scale,
    /// PostgreSQL and the build.
    #[serde(flatten)]
    pub(super) environment: Environment,
    /// The latency of Assignment Requests.
    pub(super) requests: Latencies,
    /// The latency of the texter's page.
    pub(super) pages: Latencies,
    /// The time from a change of a texter's own list to the event of it.
    pub(super) own_changes: Latencies,
    /// Texters to whom the event of such a change was not delivered when the run ended.
    pub(super) own_changes_undelivered: usize,
    /// The rate of events, over all streams, that say what can be requested.
    pub(super) offers_per_second: f64,
    /// The server's use of the processor: 1 is a whole core.
    pub(super) cores: f64,
    /// The same while the streams were open and nothing changed.
    pub(super) cores_idle: f64,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Scale {
            pooled,
            campaigns,
            streams,
            changes,
            requests,
            seconds,
        } = self.scale;
        writeln!(
            f,
            "{streams} open pages, {changes} changes and {requests} requests a second for {seconds} s; {pooled} \
             replies of {campaigns} campaigns in the pool; {}",
            self.environment
        )?;
        for (what, figure) in [
            ("requests", self.requests.to_string()),
            ("/texts", self.pages.to_string()),
            ("own changes, delay", self.own_changes.to_string()),
            ("  not delivered", self.own_changes_undelivered.to_string()),
            (
                "offers delivered",
                format!("{:.1} a second", self.offers_per_second),
            ),
            (
                "the server uses",
                format!("{:.2} of a core ({:.2} idle)", self.cores, self.cores_idle),
            ),
        ] {
            writeln!(f, "{what:<24}{figure}")?;
        }
        Ok(())
    }
}
