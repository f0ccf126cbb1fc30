//! What came of a run.

use super::Scale;
use super::load::Load;
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
    /// Bare statements on a copy with the one index that they need.
    pub(super) one_index: Load,
    /// Bare statements on a copy that has the indexes of the conversations too.
    pub(super) all_indexes: Load,
    /// Requests.
    pub(super) requests: Load,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Scale {
            conversations,
            held,
            pooled,
            campaigns,
            texters,
            batch,
            ..
        } = self.scale;
        writeln!(
            f,
            "{texters} texters ask for {batch} each; {conversations} conversations on {campaigns} campaigns, \
             {held} held, {pooled} in the pool; {}{}",
            self.postgres,
            if self.optimized {
                ""
            } else {
                "; a debug build, whose own part is slow"
            }
        )?;
        let rate = |load: &Load| load.at_once.rows_per_second;
        for (what, load) in [
            ("bare, one index", &self.one_index),
            ("bare, all indexes", &self.all_indexes),
            ("requests", &self.requests),
        ] {
            writeln!(f, "{what:<20}all at once       {}", load.at_once)?;
            writeln!(f, "{:<20}  each             {}", "", load.at_once_each)?;
            writeln!(f, "{:<20}in their own time {}", "", load.each)?;
            writeln!(f, "{:<20}got less than there was: {} times", "", load.short)?;
        }
        for (what, bare) in [
            ("with one index", &self.one_index),
            ("with all indexes", &self.all_indexes),
        ] {
            let share = 100.0 * rate(&self.requests) / rate(bare);
            writeln!(f, "requests have {share:.0} % of the bare rate {what}")?;
        }
        Ok(())
    }
}
