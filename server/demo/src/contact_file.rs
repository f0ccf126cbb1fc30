//! The file of contacts that the demo imports.

use super::names::{FIRST, LAST};
use std::fmt::Write;

/// A file of contacts, as an admin would upload it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactFile {
    /// What it is called.
    pub name: &'static str,
    /// Its lines, the first of which names the columns.
    pub text: String,
}

/// Contacts of one town: their area code, and what the file says of their zone.
struct Town {
    name: &'static str,
    area_code: u16,
    zip: &'static str,
    time_zone: &'static str,
}

/// One town in each of four zones: the first is known by its column, the second by its ZIP code, the others by their
/// area codes. No contact of the story has one of these area codes.
const TOWNS: [Town; 4] = [
    Town {
        name: "Boston",
        area_code: 617,
        zip: "",
        time_zone: "America/New_York",
    },
    Town {
        name: "Chicago",
        area_code: 312,
        zip: "60601",
        time_zone: "",
    },
    Town {
        name: "Santa Fe",
        area_code: 505,
        zip: "",
        time_zone: "",
    },
    Town {
        name: "Los Angeles",
        area_code: 213,
        zip: "",
        time_zone: "",
    },
];

/// How many of each town.
const CONTACTS: usize = 50;

/// Rows that an import leaves out: without a number, with half of one, with one that is free of charge, and one that is
/// there twice.
const LEFT_OUT: &str = "Otis,Palmer,,,,RV-9001,Boston
Ida,Lund,555-0142,,,RV-9002,Chicago
June,Crane,(800) 555-0199,,,RV-9003,Santa Fe
Hank,Doyle,617-555-0100,,America/New_York,RV-9004,Boston
";

/// Contacts in four time zones, with a few rows that are left out.
pub(super) fn contact_file() -> ContactFile {
    let mut text = "firstName,lastName,cell,zip,timeZone,externalId,town\n".to_owned();
    // As in a list by last names, which knows no towns.
    for contact in 0..CONTACTS {
        for (turn, town) in TOWNS.iter().enumerate() {
            let number = contact * TOWNS.len() + turn;
            let (first, last) = (
                FIRST[number * 7 % FIRST.len()],
                LAST[number * LAST.len() / (CONTACTS * TOWNS.len())],
            );
            // Writing to a string does not fail. 555-0100 to 555-0199 belong to nobody, whatever the area code.
            let _ = writeln!(
                text,
                "{first},{last},({}) 555-01{contact:02},{},{},RV-{},{}",
                town.area_code,
                town.zip,
                town.time_zone,
                1_001 + number,
                town.name
            );
        }
    }
    text.push_str(LEFT_OUT);
    ContactFile {
        name: "voters-without-registration.csv",
        text,
    }
}
