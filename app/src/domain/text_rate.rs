//! How many texts a second a number sends at most.

use std::{fmt, str::FromStr};

/// A whole number of texts a second, from 1 to 1,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextRate(i32);

/// Texts a second that are too few, too many, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a number sends from 1 to 1000 texts a second")]
pub struct InvalidTextRate;

impl TextRate {
    /// The lowest, which is that of a long code without registration.
    pub const MIN: i32 = 1;
    /// The highest.
    pub const MAX: i32 = 1000;

    /// The number of texts a second.
    pub fn texts(self) -> i32 {
        self.0
    }
}

impl TryFrom<i32> for TextRate {
    type Error = InvalidTextRate;
    fn try_from(texts: i32) -> Result<Self, InvalidTextRate> {
        if (Self::MIN..=Self::MAX).contains(&texts) {
            Ok(Self(texts))
        } else {
            Err(InvalidTextRate)
        }
    }
}

impl FromStr for TextRate {
    type Err = InvalidTextRate;
    fn from_str(text: &str) -> Result<Self, InvalidTextRate> {
        let texts: i32 = text.trim().parse().map_err(|_| InvalidTextRate)?;
        texts.try_into()
    }
}

impl fmt::Display for TextRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::TextRate;

    #[test]
    fn is_between_one_and_a_thousand_a_second() {
        let texts = |text: &str| text.parse::<TextRate>().map(TextRate::texts);
        assert_eq!(texts(" 1 "), Ok(1));
        assert_eq!(texts("1000"), Ok(1000));
        for text in ["", "0", "-1", "1001", "0.5", "ten", "99999999999"] {
            assert!(texts(text).is_err(), "{text}");
        }
    }
}
