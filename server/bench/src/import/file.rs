//! The files that are imported.

use std::fmt::Write;

/// Area codes of five time zones.
const AREA_CODES: [u32; 5] = [212, 312, 303, 213, 808];
/// The ZIP code of each.
const ZIPS: [&str; 5] = ["10001", "60601", "80202", "90012", "96813"];
/// The first exchange of each file: the cells of two files differ.
const EXCHANGES: [u32; 2] = [320, 620];

/// A CSV file of so many rows, as organizations have them: names, numbers as people write them, ZIP codes, an id of their
/// own and three columns of custom fields.
pub(super) fn file(number: usize, rows: u32) -> String {
    let mut csv = String::from(
        "First name,Last name,Cell phone,ZIP,VAN ID,polling place,county,last voted\n",
    );
    for row in 0..rows {
        let place = row as usize % AREA_CODES.len();
        let (area, zip) = (AREA_CODES[place], ZIPS[place]);
        let of_area = row / AREA_CODES.len() as u32;
        let (exchange, line) = (EXCHANGES[number] + of_area / 10_000, of_area % 10_000);
        // Writing to a string cannot fail.
        let _ = writeln!(
            csv,
            "Ann{},Smith{},({area}) {exchange}-{line:04},{zip},V{number}{row},\"Library {}, Main Street\",County {},{}",
            row % 997,
            row % 4999,
            row % 300,
            row % 62,
            2000 + row % 25
        );
    }
    csv
}
