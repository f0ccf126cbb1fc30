//! What a column of a file of contacts means.

use std::fmt;
use std::str::FromStr;

/// The meaning of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactColumn {
    /// The first name.
    FirstName,
    /// The last name.
    LastName,
    /// The number to text.
    Cell,
    /// The ZIP code, which may tell the time zone.
    Zip,
    /// The time zone.
    TimeZone,
    /// What the organization's own database calls the contact.
    ExternalId,
    /// A custom field of the heading's name.
    Custom,
    /// Nothing: it is left out.
    Ignored,
}

/// A word that no column means.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is none of firstName, lastName, cell, zip, timeZone, externalId, custom and ignore")]
pub struct UnknownColumn(String);

impl ContactColumn {
    /// Every meaning.
    pub const ALL: [Self; 8] = [
        Self::FirstName,
        Self::LastName,
        Self::Cell,
        Self::Zip,
        Self::TimeZone,
        Self::ExternalId,
        Self::Custom,
        Self::Ignored,
    ];

    /// The word in forms and at the command line: of a field, the heading that the documentation names.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::FirstName => "firstName",
            Self::LastName => "lastName",
            Self::Cell => "cell",
            Self::Zip => "zip",
            Self::TimeZone => "timeZone",
            Self::ExternalId => "externalId",
            Self::Custom => "custom",
            Self::Ignored => "ignore",
        }
    }
}

impl fmt::Display for ContactColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for ContactColumn {
    type Err = UnknownColumn;

    fn from_str(word: &str) -> Result<Self, UnknownColumn> {
        let mut all = Self::ALL.into_iter();
        all.find(|column| column.as_str().eq_ignore_ascii_case(word.trim()))
            .ok_or_else(|| UnknownColumn(word.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::ContactColumn;

    #[test]
    fn is_read_in_any_case() {
        for column in ContactColumn::ALL {
            assert_eq!(column.to_string().to_uppercase().parse(), Ok(column));
        }
        assert!("phone".parse::<ContactColumn>().is_err());
    }
}
