//! What came of a run.

use super::Scale;
use crate::latencies::Latencies;
use serde::Serialize;
use std::fmt;

/// The figures of one run. As a table by its display, as JSON by its serialization.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// Of what size.
    pub(super) scale: Scale,
    /// On which PostgreSQL.
    pub(super) postgres: String,
    /// Whether the program was built for speed; if not, its own part of the figures is too slow.
    pub(super) optimized: bool,
    /// Requests for texts.
    pub(super) requests: Latencies,
    /// The page of a texter.
    pub(super) pages: Latencies,
    /// How long after a change of their own list texters were told of it.
    pub(super) own_changes: Latencies,
    /// Texters who had not been told when it ended.
    pub(super) own_changes_untold: usize,
    /// How often a page was told what can be requested, in a second.
    pub(super) offers_per_second: f64,
    /// What the server used of the processor: 1 is a whole core.
    pub(super) cores: f64,
    /// The same while the pages were open and nothing changed.
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
             replies of {campaigns} campaigns in the pool; {}{}",
            self.postgres,
            if self.optimized {
                ""
            } else {
                "; a debug build, whose own part is slow"
            }
        )?;
        for (what, figure) in [
            ("requests", self.requests.to_string()),
            ("/texts", self.pages.to_string()),
            ("own changes told after", self.own_changes.to_string()),
            ("  not told at the end", self.own_changes_untold.to_string()),
            (
                "offers told",
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
