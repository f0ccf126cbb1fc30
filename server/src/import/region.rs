//! The country whose numbers are written without a country code, and to which texts go.

use app::domain::OrganizationId;
use phonenumber::country::Id;
use phonenumber::metadata::DATABASE;
use server_store::{Store, StoreError, numbers, stored_word};
use std::fmt;
use std::str::FromStr;

/// A country by its two letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region(pub(super) Id);

/// Letters that name no country with phone numbers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a country; use its two letters, like US")]
pub struct UnknownRegion(String);

/// Countries with territories that share their country code, and whose numbers are not foreign to them.
const TERRITORIES: [(Id, &[Id]); 5] = [
    (Id::US, &[Id::PR, Id::VI, Id::GU, Id::AS, Id::MP]),
    (Id::GB, &[Id::GG, Id::JE, Id::IM]),
    (Id::AU, &[Id::CC, Id::CX]),
    (Id::FI, &[Id::AX]),
    (Id::NO, &[Id::SJ]),
];

impl Region {
    /// The region that the organization has chosen.
    ///
    /// # Errors
    /// No such organization; the database.
    pub async fn of_organization(
        store: &Store,
        organization: OrganizationId,
    ) -> Result<Self, StoreError> {
        stored_word(&numbers::region(store, organization).await?)
    }

    /// Whether a number of a country is national.
    pub(super) fn includes(self, country: Id) -> bool {
        let territories = TERRITORIES
            .iter()
            .find(|(region, _)| *region == self.0)
            .map_or([].as_slice(), |(_, territories)| territories);
        self.0 == country || territories.contains(&country)
    }

    /// Whether it is the United States, whose ZIP codes tell the time zone.
    pub(super) fn is_us(self) -> bool {
        self.0 == Id::US
    }

    /// Whether its numbers are those of North America, whose area codes tell the time zone.
    pub(super) fn has_area_codes(self) -> bool {
        let plan = DATABASE.by_id(self.0.as_ref());
        plan.is_some_and(|plan| plan.country_code() == 1)
    }
}

impl Default for Region {
    /// The United States.
    fn default() -> Self {
        Self(Id::US)
    }
}

impl FromStr for Region {
    type Err = UnknownRegion;
    fn from_str(text: &str) -> Result<Self, UnknownRegion> {
        let letters = text.trim().to_ascii_uppercase();
        letters
            .parse()
            .map(Self)
            .map_err(|_| UnknownRegion(text.to_owned()))
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::Region;

    #[test]
    fn is_two_letters_in_any_case() {
        assert_eq!(" us ".parse(), Ok(Region::default()));
        assert_eq!("de".parse::<Region>().unwrap().to_string(), "DE");
        assert!("Germany".parse::<Region>().is_err());
        assert!("".parse::<Region>().is_err());
    }

    #[test]
    fn includes_its_territories() {
        let region = |letters: &str| letters.parse::<Region>().unwrap();
        assert!(region("US").includes(region("PR").0));
        assert!(!region("US").includes(region("CA").0));
        assert!(!region("PR").includes(region("US").0));
    }

    #[test]
    fn has_area_codes_where_the_country_code_is_1() {
        for (letters, has) in [("US", true), ("CA", true), ("JM", true), ("DE", false)] {
            let region: Region = letters.parse().unwrap();
            assert_eq!(region.has_area_codes(), has, "{letters}");
        }
    }
}
