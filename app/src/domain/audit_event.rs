//! An event of the audit log, and which of them are asked for.

use super::{AuditAction, AuditPart, AuditSubject, InvalidId, MemberId, UnknownAction};
use chrono::{DateTime, NaiveDate, Utc};
use std::fmt;
use std::str::FromStr;

/// An event, as owners read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEvent {
    /// When.
    pub at: DateTime<Utc>,
    /// The member and their name then; none: somebody at the command line.
    pub actor: Option<(MemberId, String)>,
    /// The client's address, if it was known.
    pub address: Option<String>,
    /// What was done; or the word for it, if only a newer version of Baton knows it.
    pub action: Result<AuditAction, UnknownAction>,
    /// To what; none: to something that only a newer version of Baton knows.
    pub subject: Option<AuditSubject>,
    /// What that was called then, if it had a name.
    pub subject_name: Option<String>,
    /// What else is known: a role, a number of contacts, a title. May be empty.
    pub detail: String,
}

/// Which events; a field that is none filters nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Those of a member.
    pub person: Option<MemberId>,
    /// What that member has to do with them; says nothing without one.
    pub part: AuditPart,
    /// Those of an action.
    pub action: Option<AuditAction>,
    /// The first day, in UTC.
    pub from: Option<NaiveDate>,
    /// The last day, in UTC.
    pub to: Option<NaiveDate>,
}

/// The key after which a page of events begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuditKey {
    /// When the last event of the page before was.
    pub at: DateTime<Utc>,
    /// That event.
    pub id: i64,
}

impl fmt::Display for AuditKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.at.timestamp_micros(), self.id)
    }
}

impl FromStr for AuditKey {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let (at, id) = text.split_once('-').ok_or(InvalidId)?;
        let at = DateTime::from_timestamp_micros(at.parse()?).ok_or(InvalidId)?;
        Ok(Self {
            at,
            id: id.parse()?,
        })
    }
}

/// A page of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditPage {
    /// The newest first.
    pub rows: Vec<AuditEvent>,
    /// After which the next page begins, if there is one.
    pub next: Option<AuditKey>,
}

#[cfg(test)]
mod tests {
    use super::AuditKey;

    #[test]
    fn a_key_reads_back_what_it_writes() {
        let key: AuditKey = "1762189200000001-7".parse().unwrap();
        assert_eq!(key.to_string(), "1762189200000001-7");
        for bad in ["", "7", "-7", "x-7", "9223372036854775807-1", "1-x"] {
            assert!(bad.parse::<AuditKey>().is_err(), "{bad}");
        }
    }
}
