//! The figures of one run, and the table in which they are printed.

use super::Scale;
use crate::environment::Environment;
use crate::latencies::Latencies;
use serde::Serialize;
use std::fmt;

/// How long one page of campaigns takes.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct PageLatency {
    /// Its tab.
    pub tab: &'static str,
    /// What it is filtered by.
    pub filter: &'static str,
    /// Its order.
    pub sort: &'static str,
    /// Whether the others of its tab are compared with it.
    pub is_baseline: bool,
    /// How many campaigns were on it.
    pub rows: usize,
    /// How long it took.
    pub latencies: Latencies,
}

/// How long one search of a campaign's contacts, or of people, takes.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct SearchLatency {
    /// What is searched for. The first is the whole list, with which the others are compared.
    pub search: &'static str,
    /// How many were on the page.
    pub rows: usize,
    /// How long it took.
    pub latencies: Latencies,
}

/// How long one page of Message Review takes.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ReviewLatency {
    /// What it is filtered by.
    pub filter: String,
    /// How many conversations were on it.
    pub rows: usize,
    /// How long it took.
    pub latencies: Latencies,
}

/// The figures of one run: a table when displayed, JSON when serialized.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// The sizes.
    pub(super) scale: Scale,
    /// PostgreSQL and the build.
    #[serde(flatten)]
    pub(super) environment: Environment,
    /// The campaigns page.
    pub(super) campaigns: Vec<PageLatency>,
    /// The contacts of one campaign.
    pub(super) contacts: Vec<SearchLatency>,
    /// The list of people.
    pub(super) people: Vec<SearchLatency>,
    /// The same as whole pages over HTTP.
    pub(super) people_pages: Vec<SearchLatency>,
    /// Message Review; the first is the page without a filter, with which the others are compared.
    pub(super) reviews: Vec<ReviewLatency>,
}

impl Report {
    /// The median of the page as a multiple of that of its tab's plainest one.
    fn ratio(&self, page: &PageLatency) -> f64 {
        let baseline = self.campaigns.iter();
        let baseline = baseline.filter(|other| other.is_baseline && other.tab == page.tab);
        let baseline = baseline.map(|other| other.latencies.p50_ms).next();
        page.latencies.p50_ms / baseline.unwrap_or(page.latencies.p50_ms)
    }

    fn write_reviews(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<36}{:>5}{:>10}{:>10}{:>8}",
            "Message Review", "rows", "p50 ms", "p95 ms", "ratio"
        )?;
        let baseline = self.reviews.first().map(|page| page.latencies.p50_ms);
        for page in &self.reviews {
            let Latencies { p50_ms, p95_ms, .. } = page.latencies;
            let ratio = p50_ms / baseline.unwrap_or(p50_ms);
            writeln!(
                f,
                "{:<36}{:>5}{p50_ms:>10.1}{p95_ms:>10.1}{ratio:>8.2}",
                page.filter, page.rows
            )?;
        }
        let slowest = self.reviews.iter().max_by(|one, other| {
            let (one, other) = (one.latencies.p95_ms, other.latencies.p95_ms);
            one.total_cmp(&other)
        });
        if let Some(page) = slowest {
            writeln!(
                f,
                "the slowest page of Message Review is {}: p95 {:.1} ms",
                page.filter, page.latencies.p95_ms
            )?;
        }
        Ok(())
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Scale {
            campaigns,
            conversations,
            held,
            pooled,
            ..
        } = self.scale;
        writeln!(
            f,
            "{campaigns} campaigns, {conversations} conversations, {held} replies held, {pooled} in the pool; {}",
            self.environment
        )?;
        writeln!(
            f,
            "{:<10}{:<18}{:<16}{:>5}{:>10}{:>10}{:>8}",
            "tab", "filter", "order", "rows", "p50 ms", "p95 ms", "ratio"
        )?;
        for page in &self.campaigns {
            writeln!(
                f,
                "{:<10}{:<18}{:<16}{:>5}{:>10.1}{:>10.1}{:>8.2}",
                page.tab,
                page.filter,
                page.sort,
                page.rows,
                page.latencies.p50_ms,
                page.latencies.p95_ms,
                self.ratio(page)
            )?;
        }
        let slowest = self.campaigns.iter();
        let slowest = slowest.max_by(|one, other| {
            let (one, other) = (one.latencies.p95_ms, other.latencies.p95_ms);
            one.total_cmp(&other)
        });
        if let Some(page) = slowest {
            writeln!(
                f,
                "the slowest page is {} · {} · {}: p95 {:.1} ms",
                page.tab, page.filter, page.sort, page.latencies.p95_ms
            )?;
        }
        let Scale {
            contacts, people, ..
        } = self.scale;
        write_searches(
            f,
            &format!("a campaign of {contacts} contacts"),
            &self.contacts,
        )?;
        write_searches(
            f,
            &format!("an organization of {people} people"),
            &self.people,
        )?;
        write_searches(f, "the same, as pages over HTTP", &self.people_pages)?;
        self.write_reviews(f)?;
        Ok(())
    }
}

/// The searches of one list, beside the first one, which is the whole list.
fn write_searches(f: &mut fmt::Formatter<'_>, of: &str, searches: &[SearchLatency]) -> fmt::Result {
    writeln!(
        f,
        "{of}\n{:<44}{:>5}{:>10}{:>10}{:>8}",
        "search", "rows", "p50 ms", "p95 ms", "ratio"
    )?;
    let whole = searches.first().map(|whole| whole.latencies.p50_ms);
    for search in searches {
        let Latencies { p50_ms, p95_ms, .. } = search.latencies;
        let ratio = p50_ms / whole.unwrap_or(p50_ms);
        writeln!(
            f,
            "{:<44}{:>5}{p50_ms:>10.1}{p95_ms:>10.1}{ratio:>8.2}",
            search.search, search.rows
        )?;
    }
    Ok(())
}
