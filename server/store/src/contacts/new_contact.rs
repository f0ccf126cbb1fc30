use app::domain::PhoneNumber;
use serde_json::{Map, Value};
use std::borrow::Cow;

/// Where a contact's time zone was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ZoneSource {
    /// The column of time zones.
    Column,
    /// The ZIP code.
    Zip,
    /// The area code of the cell.
    AreaCode,
}

impl ZoneSource {
    /// The word in the table of staged contacts.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Column => "column",
            Self::Zip => "zip",
            Self::AreaCode => "area_code",
        }
    }
}

/// The time zone in which a contact is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactZone {
    /// A name that PostgreSQL knows.
    pub name: Cow<'static, str>,
    /// Where it was found.
    pub source: ZoneSource,
}

/// A contact that is to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewContact {
    /// May be empty.
    pub first_name: String,
    /// May be empty.
    pub last_name: String,
    /// In E.164.
    pub cell: PhoneNumber,
    /// `None` is the campaign's.
    pub zone: Option<ContactZone>,
    /// What the organization's own database calls it.
    pub external_id: Option<String>,
    /// Custom fields by name; the values are texts.
    pub custom_fields: Map<String, Value>,
}

impl NewContact {
    /// Appends it as a line of PostgreSQL's text format for `COPY`: where the row begins in the file, its cell as it
    /// stood there, and the contact.
    pub(super) fn write_line(&self, line: u64, written: &str, out: &mut Vec<u8>) {
        out.extend_from_slice(line.to_string().as_bytes());
        let custom_fields = Value::from(self.custom_fields.clone()).to_string();
        for field in [
            written,
            &self.first_name,
            &self.last_name,
            self.cell.as_str(),
            &custom_fields,
        ] {
            out.push(b'\t');
            escape(field, out);
        }
        match &self.zone {
            Some(zone) => {
                for field in [&zone.name, zone.source.as_str()] {
                    out.push(b'\t');
                    escape(field, out);
                }
            }
            None => out.extend_from_slice(b"\t\\N\t\\N"),
        }
        out.push(b'\t');
        match &self.external_id {
            Some(id) => escape(id, out),
            None => out.extend_from_slice(b"\\N"),
        }
        out.push(b'\n');
    }
}

/// The four bytes that mean something in that format get a backslash.
pub(crate) fn escape(field: &str, out: &mut Vec<u8>) {
    for byte in field.bytes() {
        match byte {
            b'\\' => out.extend_from_slice(b"\\\\"),
            b'\t' => out.extend_from_slice(b"\\t"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            byte => out.push(byte),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ContactZone, NewContact, ZoneSource};

    #[test]
    fn what_means_something_to_copy_is_escaped() {
        let mut contact = NewContact {
            first_name: "A\tb".into(),
            last_name: "\\.".into(),
            cell: "+12025550123".parse().unwrap(),
            zone: None,
            external_id: None,
            custom_fields: [("k".to_owned(), "x\ny".into())].into_iter().collect(),
        };
        let line = |contact: &NewContact| {
            let mut line = Vec::new();
            contact.write_line(7, "202\\555", &mut line);
            String::from_utf8(line).unwrap()
        };
        let expected =
            "7\t202\\\\555\tA\\tb\t\\\\.\t+12025550123\t{\"k\":\"x\\\\ny\"}\t\\N\t\\N\t\\N\n";
        assert_eq!(line(&contact), expected);
        contact.zone = Some(ContactZone {
            name: "America/Chicago".into(),
            source: ZoneSource::Zip,
        });
        contact.external_id = Some("A\\1".into());
        assert!(line(&contact).ends_with("\tAmerica/Chicago\tzip\tA\\\\1\n"));
    }
}
