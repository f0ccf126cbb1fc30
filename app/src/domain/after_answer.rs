//! What becomes of a conversation that a reviewer answers.

use std::str::FromStr;

/// Where a conversation is once its reviewer has answered; they choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterAnswer {
    /// With the reviewer, who answers what comes next.
    Mine,
    /// With nobody: what the contact writes next waits in the pool.
    Pool,
}

/// A word that names neither.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” does not say whose the conversation is after the answer")]
pub struct UnknownAfterAnswer(String);

impl AfterAnswer {
    /// The word that forms use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Pool => "pool",
        }
    }
}

impl FromStr for AfterAnswer {
    type Err = UnknownAfterAnswer;
    fn from_str(word: &str) -> Result<Self, UnknownAfterAnswer> {
        [Self::Mine, Self::Pool]
            .into_iter()
            .find(|after| after.as_str() == word)
            .ok_or_else(|| UnknownAfterAnswer(word.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::AfterAnswer;

    #[test]
    fn reads_back_what_it_writes() {
        for after in [AfterAnswer::Mine, AfterAnswer::Pool] {
            assert_eq!(after.as_str().parse(), Ok(after));
        }
        assert!("".parse::<AfterAnswer>().is_err());
    }
}
