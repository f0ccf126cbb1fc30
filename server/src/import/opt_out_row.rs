//! The conversion of a record to a number that must not be texted.

use super::layout::NumberColumn;
use super::phone::read_any;
use super::reason::excerpt;
use super::records::Records;
use super::region::Region;
use super::row::{Fields, Rejected, check_columns, field};
use app::domain::PhoneNumber;

/// The number of a record and as it stood in the file, shortened; `None` if all columns are empty.
pub(super) fn read(
    record: &Records,
    column: NumberColumn,
    region: Region,
) -> Result<Option<(PhoneNumber, String)>, Rejected> {
    let Some(Fields { fields, .. }) = Fields::of(record)? else {
        return Ok(None);
    };
    check_columns(&fields, column.at, column.columns, record.lines())?;
    let written = field(&fields, column.at);
    match read_any(written, region) {
        Ok(number) => Ok(Some((number, excerpt(written)))),
        Err(reason) => Err(Rejected {
            reason,
            text: excerpt(written),
        }),
    }
}
