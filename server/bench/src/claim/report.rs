//! The figures of one run, and the table in which they are printed.

use super::Scale;
use super::load::Load;
use crate::environment::Environment;
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
    /// The baseline, on a copy with the one index that it needs.
    pub(super) one_index: Load,
    /// The baseline, on a copy that has the indexes of the conversations too.
    pub(super) all_indexes: Load,
    /// Assignment Requests.
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
             {held} held, {pooled} in the pool; {}",
            self.environment
        )?;
        let rate = |load: &Load| load.at_once.rows_per_second;
        for (what, load) in [
            ("baseline, one index", &self.one_index),
            ("baseline, all indexes", &self.all_indexes),
            ("requests", &self.requests),
        ] {
            writeln!(f, "{what:<24}all at once       {}", load.at_once)?;
            writeln!(f, "{:<24}  each             {}", "", load.at_once_each)?;
            writeln!(f, "{:<24}in their own time {}", "", load.each)?;
            writeln!(f, "{:<24}got less than asked for: {} times", "", load.short)?;
        }
        for (what, baseline) in [
            ("with one index", &self.one_index),
            ("with all indexes", &self.all_indexes),
        ] {
            let share = 100.0 * rate(&self.requests) / rate(baseline);
            writeln!(f, "requests have {share:.0} % of the baseline rate {what}")?;
        }
        Ok(())
    }
}
