//! The part of the member by whom the audit log is filtered.

use std::str::FromStr;

/// Their part in the events that are found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AuditPart {
    /// They did it.
    #[default]
    Actor,
    /// It was done to them.
    Subject,
    /// One or the other, or both.
    Either,
}

/// A word that names no part.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no part in an event of the audit log")]
pub struct UnknownPart(String);

impl AuditPart {
    /// Every part.
    pub const ALL: [Self; 3] = [Self::Actor, Self::Subject, Self::Either];

    /// The word in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Subject => "subject",
            Self::Either => "either",
        }
    }
}

impl FromStr for AuditPart {
    type Err = UnknownPart;

    fn from_str(word: &str) -> Result<Self, UnknownPart> {
        let found = Self::ALL.into_iter().find(|part| part.as_str() == word);
        found.ok_or_else(|| UnknownPart(word.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::AuditPart;

    #[test]
    fn reads_back_what_it_writes() {
        for part in AuditPart::ALL {
            assert_eq!(part.as_str().parse(), Ok(part));
        }
        assert!("".parse::<AuditPart>().is_err());
    }
}
