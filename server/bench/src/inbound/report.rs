//! The figures of one run, and the table in which they are printed.

use super::Scale;
use crate::environment::Environment;
use crate::latencies::Latencies;
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
    /// The program that ran the baseline.
    pub(super) baseline_program: &'static str,
    /// The baseline, before and after the webhook.
    pub(super) baseline: [Throughput; 2],
    /// Texts through the webhook.
    pub(super) webhook: Throughput,
    /// The latency of one text.
    pub(super) latency: Latencies,
    /// The server's processor time for one text.
    pub(super) server_microseconds_per_text: f64,
}

impl Report {
    /// The webhook's rate as a share of the baseline's, of which it is the mean of both.
    fn share(&self) -> f64 {
        let [before, after] = self.baseline.map(|baseline| baseline.rows_per_second);
        2.0 * self.webhook.rows_per_second / (before + after)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Scale {
            contacts,
            connections,
            deliverers,
            ..
        } = self.scale;
        writeln!(
            f,
            "{deliverers} deliverers, {connections} connections to the database, {contacts} contacts; {}",
            self.environment
        )?;
        let [before, after] = self.baseline;
        let program = self.baseline_program;
        writeln!(f, "baseline by {program}, before {before}")?;
        writeln!(f, "baseline by {program}, after  {after}")?;
        writeln!(f, "webhook                     {}", self.webhook)?;
        writeln!(f, "  each                      {}", self.latency)?;
        writeln!(
            f,
            "  processor of the server   {:.0} µs each",
            self.server_microseconds_per_text
        )?;
        writeln!(
            f,
            "the webhook has {:.0} % of the baseline rate",
            100.0 * self.share()
        )
    }
}
