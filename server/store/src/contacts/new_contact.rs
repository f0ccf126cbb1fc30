use app::domain::PhoneNumber;
use serde_json::{Map, Value};

/// A contact that is to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewContact {
    /// May be empty.
    pub first_name: String,
    /// May be empty.
    pub last_name: String,
    /// In E.164.
    pub cell: PhoneNumber,
    /// Custom fields by name; the values are texts.
    pub custom_fields: Map<String, Value>,
}

impl NewContact {
    /// Appends it as a line of PostgreSQL's text format for `COPY`, behind its number in the file.
    pub(super) fn write_line(&self, number: u64, out: &mut Vec<u8>) {
        out.extend_from_slice(number.to_string().as_bytes());
        let custom_fields = Value::from(self.custom_fields.clone()).to_string();
        for field in [
            &self.first_name,
            &self.last_name,
            self.cell.as_str(),
            &custom_fields,
        ] {
            out.push(b'\t');
            escape(field, out);
        }
        out.push(b'\n');
    }
}

/// The four bytes that mean something in that format get a backslash.
fn escape(field: &str, out: &mut Vec<u8>) {
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
    use super::NewContact;

    #[test]
    fn what_means_something_to_copy_is_escaped() {
        let contact = NewContact {
            first_name: "A\tb".into(),
            last_name: "\\.".into(),
            cell: "+12025550123".parse().unwrap(),
            custom_fields: [("k".to_owned(), "x\ny".into())].into_iter().collect(),
        };
        let mut line = Vec::new();
        contact.write_line(7, &mut line);
        let expected = "7\tA\\tb\t\\\\.\t+12025550123\t{\"k\":\"x\\\\ny\"}\n";
        assert_eq!(String::from_utf8(line).unwrap(), expected);
    }
}
