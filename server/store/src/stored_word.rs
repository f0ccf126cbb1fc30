use crate::StoreError;
use std::fmt::Display;
use std::str::FromStr;

/// The value of a word that the database has: a role, a state, a kind.
///
/// # Errors
/// The word is none of those that this program knows.
pub fn stored_word<T>(word: &str) -> Result<T, StoreError>
where
    T: FromStr,
    T::Err: Display,
{
    word.parse()
        .map_err(|error: T::Err| StoreError::Corrupt(error.to_string()))
}
