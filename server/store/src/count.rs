//! Counts of rows.

/// The conversion of PostgreSQL's `bigint` to a count as the app carries it: neither negative nor too large.
pub(crate) fn clamp(count: i64) -> u32 {
    u32::try_from(count.max(0)).unwrap_or(u32::MAX)
}
