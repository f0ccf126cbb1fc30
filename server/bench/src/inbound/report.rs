//! What came of a run.

use super::Scale;
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
    /// By what the bare statements were sent.
    pub(super) bare_by: &'static str,
    /// The bare statements, before and after the webhook.
    pub(super) bare: [Moved; 2],
    /// Texts through the webhook.
    pub(super) webhook: Moved,
    /// How long each of them took.
    pub(super) each: Latencies,
    /// What the server used of the processor for each text.
    pub(super) server_microseconds_each: f64,
}

impl Report {
    /// The webhook's rate, as a share of the bare rate.
    fn share(&self) -> f64 {
        let [before, after] = self.bare.map(|bare| bare.rows_per_second);
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
            "{deliverers} deliverers, {connections} connections to the database, {contacts} contacts; {}{}",
            self.postgres,
            if self.optimized {
                ""
            } else {
                "; a debug build, whose own part is slow"
            }
        )?;
        let [before, after] = self.bare;
        let by = self.bare_by;
        writeln!(f, "bare, by {by}, before   {before}")?;
        writeln!(f, "bare, by {by}, after    {after}")?;
        writeln!(f, "webhook                  {}", self.webhook)?;
        writeln!(f, "  each                   {}", self.each)?;
        writeln!(
            f,
            "  processor of the server {:.0} µs each",
            self.server_microseconds_each
        )?;
        writeln!(
            f,
            "the webhook has {:.0} % of the bare rate",
            100.0 * self.share()
        )
    }
}
