//! The meaning of a column by its heading, as lists of contacts and voter files name it.

use app::domain::ContactColumn;

/// The maximum length of a custom field's name, in characters.
pub(super) const MAX_NAME_CHARS: usize = 100;

/// What Baton reads from a column; every other column is a custom field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    FirstName,
    LastName,
    Cell,
    Zip,
    TimeZone,
    ExternalId,
}

impl Field {
    /// All of them, names and the cell first.
    pub const ALL: [Self; 6] = [
        Self::FirstName,
        Self::LastName,
        Self::Cell,
        Self::Zip,
        Self::TimeZone,
        Self::ExternalId,
    ];

    /// Whether a file must have such a column.
    pub fn is_required(self) -> bool {
        matches!(self, Self::Cell)
    }

    /// Whether scripts may name it by the heading of its column too, as they name every other column.
    pub fn is_custom_too(self) -> bool {
        matches!(self, Self::Zip | Self::TimeZone | Self::ExternalId)
    }

    /// Whether it is a name, which stays blank if the file has no such column.
    pub fn is_name(self) -> bool {
        matches!(self, Self::FirstName | Self::LastName)
    }

    /// The heading that the documentation names.
    pub fn name(self) -> &'static str {
        self.column().as_str()
    }

    /// The meaning of its column.
    pub fn column(self) -> ContactColumn {
        match self {
            Self::FirstName => ContactColumn::FirstName,
            Self::LastName => ContactColumn::LastName,
            Self::Cell => ContactColumn::Cell,
            Self::Zip => ContactColumn::Zip,
            Self::TimeZone => ContactColumn::TimeZone,
            Self::ExternalId => ContactColumn::ExternalId,
        }
    }

    /// The headings with this meaning, as [`letters`] reduces them.
    fn headings(self) -> &'static [&'static str] {
        match self {
            Self::FirstName => &[
                "firstname",
                "first",
                "fname",
                "givenname",
                "given",
                "forename",
                "nombre",
            ],
            Self::LastName => &[
                "lastname",
                "last",
                "lname",
                "surname",
                "familyname",
                "family",
                "apellido",
                "apellidos",
            ],
            Self::Cell => &[
                "cell",
                "cellphone",
                "cellnumber",
                "cellphonenumber",
                "mobile",
                "mobilephone",
                "mobilenumber",
                "mobilephonenumber",
                "phone",
                "phonenumber",
                "telephone",
                "telephonenumber",
                "celular",
                "móvil",
                "teléfono",
            ],
            Self::Zip => &[
                "zip",
                "zipcode",
                "zip5",
                "postalcode",
                "postcode",
                "ziporpost",
                "zippostal",
                "zippostalcode",
                "códigopostal",
            ],
            Self::TimeZone => &["timezone", "tz", "zonahoraria"],
            Self::ExternalId => &["externalid", "externalcontactid", "vanid", "idexterno"],
        }
    }

    /// The field that a heading names.
    pub fn of(heading: &str) -> Option<Self> {
        let heading = letters(heading);
        Self::ALL
            .into_iter()
            .find(|field| field.headings().contains(&heading.as_str()))
    }

    /// The heading that was probably meant for this field: the nearest that differs by a slip of the hand.
    pub fn guess<'a>(self, headings: impl Iterator<Item = &'a str>) -> Option<&'a str> {
        headings
            .filter_map(|heading| {
                let written = letters(heading);
                let distance = |name: &&str| edits(&written, name);
                let least = self.headings().iter().map(distance).min()?;
                // In a short word two slips make another one.
                let most = if written.chars().count() < 6 { 1 } else { 2 };
                (least <= most).then_some((least, heading))
            })
            .min_by_key(|(edits, _)| *edits)
            .map(|(_, heading)| heading)
    }
}

/// `First Name`, `first_name` and `"FIRSTNAME"` are the same heading.
fn letters(heading: &str) -> String {
    heading
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The number of letters that have to be added, left out, replaced, or swapped with the next one.
fn edits(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > 2 {
        return usize::MAX;
    }
    let mut rows: Vec<Vec<usize>> = vec![(0..=other.len()).collect()];
    for i in 1..=one.len() {
        let mut row = vec![i];
        for j in 1..=other.len() {
            let same = usize::from(one[i - 1] != other[j - 1]);
            let mut least = (rows[i - 1][j] + 1)
                .min(row[j - 1] + 1)
                .min(rows[i - 1][j - 1] + same);
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()]
}

#[cfg(test)]
mod tests {
    use super::{Field, edits};

    #[test]
    fn is_read_in_any_case_and_spacing() {
        for (heading, field) in [
            (" First Name ", Some(Field::FirstName)),
            ("LAST_NAME", Some(Field::LastName)),
            ("\u{feff}\"Cell Phone\"", Some(Field::Cell)),
            ("mobile-phone", Some(Field::Cell)),
            ("Phone Number", Some(Field::Cell)),
            ("ZipOrPost", Some(Field::Zip)),
            ("Zip Code", Some(Field::Zip)),
            ("Time Zone", Some(Field::TimeZone)),
            ("External ID", Some(Field::ExternalId)),
            ("Teléfono", Some(Field::Cell)),
            ("Näme", None),
            ("", None),
        ] {
            assert_eq!(Field::of(heading), field, "{heading}");
        }
    }

    #[test]
    fn a_slip_is_guessed_and_another_word_is_not() {
        let guess = |field: Field, headings: &[&'static str]| field.guess(headings.iter().copied());
        assert_eq!(
            guess(Field::FirstName, &["zip", "firsstName"]),
            Some("firsstName")
        );
        assert_eq!(guess(Field::LastName, &["lsat name"]), Some("lsat name"));
        assert_eq!(guess(Field::Cell, &["Celll"]), Some("Celll"));
        assert_eq!(
            guess(Field::Cell, &["phones", "cel phon"]),
            Some("phones"),
            "the nearest"
        );
        assert_eq!(guess(Field::Cell, &["city", "county", "sex"]), None);
        assert_eq!(
            (edits("abc", "acb"), edits("", "ab"), edits("abc", "abc")),
            (1, 2, 0)
        );
    }
}
