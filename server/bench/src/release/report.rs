//! What came of a run.

use super::Scale;
use super::texters::Meanwhile;
use crate::latencies::Latencies;
use crate::moved::Moved;
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
    /// One preview of **Release Unhandled Replies**, all of it.
    pub(super) preview: Latencies,
    /// Of that, the exact count by what is taken and what is left out, and why.
    pub(super) exact_count: Latencies,
    /// One `update` of the same rows on a copy with the same indexes.
    pub(super) bare_update: Moved,
    /// The fastest batches on a copy with one index and nothing else.
    pub(super) best_batches: Moved,
    /// A release while nothing else goes on.
    pub(super) release: Moved,
    /// A release while texters work.
    pub(super) busy_release: Moved,
    /// How long texters waited while nothing was released.
    pub(super) texters_alone: Meanwhile,
    /// How long they waited during the release.
    pub(super) texters_meanwhile: Meanwhile,
    /// How long after its deadline the engine released a reply.
    pub(super) lateness: Latencies,
}

impl Report {
    /// How many times longer a release takes than the single `update`.
    fn times_bare(&self) -> f64 {
        self.bare_update.rows_per_second / self.release.rows_per_second
    }

    /// How many times longer it takes than the fastest batches.
    fn times_best(&self) -> f64 {
        self.best_batches.rows_per_second / self.release.rows_per_second
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Scale {
            conversations,
            waiting,
            due,
            campaigns,
            ..
        } = self.scale;
        writeln!(
            f,
            "{conversations} conversations on {campaigns} campaigns, {waiting} waiting, {due} due; {}{}",
            self.postgres,
            if self.optimized {
                ""
            } else {
                "; a debug build, whose own part is slow"
            }
        )?;
        for (what, figure) in [
            ("preview", self.preview.to_string()),
            ("  exact count alone", self.exact_count.to_string()),
            ("bare update, all at once", self.bare_update.to_string()),
            ("best bare batches", self.best_batches.to_string()),
            ("release", self.release.to_string()),
            (
                "  times the bare update's time",
                format!("{:.2}", self.times_bare()),
            ),
            (
                "  times the best batches' time",
                format!("{:.2}", self.times_best()),
            ),
            ("release while texters work", self.busy_release.to_string()),
            (
                "  sends meanwhile",
                self.texters_meanwhile.sends.to_string(),
            ),
            ("  sends otherwise", self.texters_alone.sends.to_string()),
            (
                "  requests meanwhile",
                self.texters_meanwhile.requests.to_string(),
            ),
            (
                "  requests otherwise",
                self.texters_alone.requests.to_string(),
            ),
            ("automatic release, lateness", self.lateness.to_string()),
        ] {
            writeln!(f, "{what:<34}{figure}")?;
        }
        Ok(())
    }
}
