use app::domain::{ContactColumn, UnknownColumn};
use std::str::FromStr;

/// What the columns of a file mean.
#[derive(Debug, Clone, Default)]
pub enum Columns {
    /// What their headings suggest.
    #[default]
    Guessed,
    /// The same, but for some, by their headings.
    Named(Vec<NamedColumn>),
    /// What somebody chose for each, in their order.
    Chosen(Vec<ContactColumn>),
}

/// A heading and what its column means, as `Voter phone=cell` says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedColumn {
    heading: String,
    column: ContactColumn,
}

/// A text that does not say what a column means.
#[derive(Debug, thiserror::Error)]
pub enum InvalidNamedColumn {
    /// The sign between the two is missing.
    #[error("write the column as it is in the file, =, and what it is: 'Voter phone=cell'")]
    NoSign,
    /// What stands behind the sign is no meaning.
    #[error(transparent)]
    Unknown(#[from] UnknownColumn),
}

impl FromStr for NamedColumn {
    type Err = InvalidNamedColumn;

    fn from_str(text: &str) -> Result<Self, InvalidNamedColumn> {
        // A heading may have the sign in it; no meaning has.
        let (heading, column) = text.rsplit_once('=').ok_or(InvalidNamedColumn::NoSign)?;
        Ok(Self {
            heading: heading.trim().to_owned(),
            column: column.parse()?,
        })
    }
}

impl Columns {
    /// What was chosen for a column; nothing if its heading is to suggest it.
    pub(super) fn chosen(&self, at: usize, heading: &str) -> Option<ContactColumn> {
        match self {
            Self::Guessed => None,
            Self::Named(named) => named
                .iter()
                .find(|named| named.heading == heading)
                .map(|named| named.column),
            Self::Chosen(columns) => columns.get(at).copied(),
        }
    }

    /// A heading that is named and that the file does not have.
    pub(super) fn unknown(&self, headings: &[String]) -> Option<&str> {
        let Self::Named(named) = self else {
            return None;
        };
        let mut named = named.iter().map(|named| named.heading.as_str());
        named.find(|name| !headings.iter().any(|heading| heading == name))
    }
}

#[cfg(test)]
mod tests {
    use super::NamedColumn;
    use app::domain::ContactColumn;

    #[test]
    fn a_column_is_named_with_what_it_is() {
        let named: NamedColumn = " Voter = phone=CELL".parse().unwrap();
        assert_eq!(named.heading, "Voter = phone");
        assert_eq!(named.column, ContactColumn::Cell);
        for bad in ["cell", "phone=number"] {
            let error = bad.parse::<NamedColumn>().unwrap_err().to_string();
            assert!(error.contains("cell"), "{error}");
        }
    }
}
