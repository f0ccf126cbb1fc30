//! The figures of one run, and the table in which they are printed.

use super::Scale;
use crate::environment::Environment;
use crate::latencies::Latencies;
use crate::texters::TexterLatencies;
use crate::throughput::Throughput;
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
    /// A whole preview of **Release Unhandled Replies**.
    pub(super) preview: Latencies,
    /// The part of it that counts exactly: what is taken, and what is left out, by reason.
    pub(super) exact_count: Latencies,
    /// One `update` of the same rows on a copy with the same indexes.
    pub(super) baseline_update: Throughput,
    /// The fastest batches on a copy with one index and nothing else.
    pub(super) best_batches: Throughput,
    /// A release without other load.
    pub(super) release: Throughput,
    /// A release while texters work.
    pub(super) busy_release: Throughput,
    /// The latencies of texters without a release.
    pub(super) texters_alone: TexterLatencies,
    /// The latencies of texters during the release.
    pub(super) texters_meanwhile: TexterLatencies,
    /// The time from a reply's deadline to its release by the engine.
    pub(super) lateness: Latencies,
}

impl Report {
    /// The duration of a release in multiples of the single `update`.
    fn times_baseline(&self) -> f64 {
        self.baseline_update.rows_per_second / self.release.rows_per_second
    }

    /// The duration of a release in multiples of the fastest batches.
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
            "{conversations} conversations on {campaigns} campaigns, {waiting} waiting, {due} due; {}",
            self.environment
        )?;
        for (what, figure) in [
            ("preview", self.preview.to_string()),
            ("  exact count alone", self.exact_count.to_string()),
            (
                "baseline update, all at once",
                self.baseline_update.to_string(),
            ),
            ("best baseline batches", self.best_batches.to_string()),
            ("release", self.release.to_string()),
            (
                "  times the baseline update's time",
                format!("{:.2}", self.times_baseline()),
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
            writeln!(f, "{what:<35}{figure}")?;
        }
        Ok(())
    }
}
