//! Hours by the clock of a zone, as statements give them.

use crate::StoreError;
use chrono::{DateTime, NaiveDateTime};

/// An hour by the clock of a zone: the seconds from 1970, as if the zone were UTC.
pub(super) fn local_hour(seconds: i64) -> Result<NaiveDateTime, StoreError> {
    DateTime::from_timestamp(seconds, 0)
        .map(|moment| moment.naive_utc())
        .ok_or_else(|| StoreError::Corrupt(format!("{seconds} is no hour")))
}
