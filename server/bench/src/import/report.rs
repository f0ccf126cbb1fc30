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
    /// An import without other load.
    pub(super) import_alone: Throughput,
    /// An import while texters work.
    pub(super) import_meanwhile: Throughput,
    /// The latencies of texters without an import.
    pub(super) texters_alone: TexterLatencies,
    /// The latencies of texters during the import.
    pub(super) texters_meanwhile: TexterLatencies,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Scale {
            rows,
            campaigns,
            texters,
            ..
        } = self.scale;
        writeln!(
            f,
            "{rows} rows, {campaigns} campaigns, {texters} texters; {}",
            self.environment
        )?;
        writeln!(f, "import alone               {}", self.import_alone)?;
        writeln!(f, "import while texters work  {}", self.import_meanwhile)?;
        let (alone, meanwhile) = (&self.texters_alone, &self.texters_meanwhile);
        for (what, alone, meanwhile) in [
            ("sends", alone.sends, meanwhile.sends),
            ("requests", alone.requests, meanwhile.requests),
        ] {
            writeln!(f, "{what:<9}otherwise         {alone}")?;
            writeln!(f, "{what:<9}during the import {meanwhile}")?;
            writeln!(f, "{what:<9}during the import {}", Times(alone, meanwhile))?;
        }
        Ok(())
    }
}

/// Latencies in multiples of others.
struct Times(Latencies, Latencies);

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(alone, meanwhile) = self;
        write!(
            f,
            "p50 {:.2}, p95 {:.2}, p99 {:.2} times",
            meanwhile.p50_ms / alone.p50_ms,
            meanwhile.p95_ms / alone.p95_ms,
            meanwhile.p99_ms / alone.p99_ms
        )
    }
}
