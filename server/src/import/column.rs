//! The meaning of one column of a file.

use super::heading::Field;
use app::domain::ContactColumn;

/// What becomes of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Column {
    /// A field of the contact.
    Field(Field),
    /// A custom field of its heading's name.
    Custom,
    /// Nothing.
    Ignored,
}

impl Column {
    /// The meaning that a heading suggests.
    pub fn guess(heading: &str) -> Self {
        match Field::of(heading) {
            Some(field) => Self::Field(field),
            None if heading.is_empty() => Self::Ignored,
            None => Self::Custom,
        }
    }

    /// The meaning that somebody chose. A column without a name can be no custom field.
    pub fn chosen(heading: &str, column: ContactColumn) -> Self {
        let mut fields = Field::ALL.into_iter();
        match fields.find(|field| field.column() == column) {
            Some(field) => Self::Field(field),
            None if column == ContactColumn::Custom && !heading.is_empty() => Self::Custom,
            None => Self::Ignored,
        }
    }

    /// The meaning, as forms name it.
    pub fn name(&self) -> ContactColumn {
        match self {
            Self::Field(field) => field.column(),
            Self::Custom => ContactColumn::Custom,
            Self::Ignored => ContactColumn::Ignored,
        }
    }
}
