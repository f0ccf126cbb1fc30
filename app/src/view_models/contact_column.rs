//! The meanings of a column of contacts, in words.

use crate::domain::ContactColumn;
use sentences::page;

/// What a column means.
pub fn contact_column_words(column: ContactColumn) -> &'static str {
    match column {
        ContactColumn::FirstName => page::column_first_name(),
        ContactColumn::LastName => page::column_last_name(),
        ContactColumn::Cell => page::column_cell(),
        ContactColumn::Zip => page::column_zip(),
        ContactColumn::TimeZone => page::column_time_zone(),
        ContactColumn::ExternalId => page::column_external_id(),
        ContactColumn::Custom => page::column_custom(),
        ContactColumn::Ignored => page::column_ignored(),
    }
}
