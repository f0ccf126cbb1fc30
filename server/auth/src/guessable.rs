//! Passwords that are easy to guess. The lists of leaked passwords and of words are those of zxcvbn, which ships them.

use super::PasswordError;
use zxcvbn::{Score, zxcvbn};

/// Refuses a new password that is easy to guess, for example because it is on a list of leaked ones. `about` is what
/// others know of its owner: their name, their e-mail address.
///
/// # Errors
/// [`PasswordError::Guessable`].
pub fn refuse_guessable(password: &str, about: &[&str]) -> Result<(), PasswordError> {
    // What protects against 10^8 guesses against a hash as slow as ours: 30 years on one core.
    if zxcvbn(password, about).score() < Score::Three {
        return Err(PasswordError::Guessable);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::refuse_guessable;

    #[test]
    fn what_is_leaked_patterned_or_known_of_its_owner_is_refused() {
        for password in [
            "123456789012",
            "password1234",
            "qwertyuiop12",
            "aaaaaaaaaaaaaa",
            "Ada Byron 1815",
        ] {
            let refused = refuse_guessable(password, &["Ada Byron", "ada@example.org"]);
            assert!(refused.is_err(), "{password}");
        }
        for password in [
            "correct horse battery",
            "tall-otter-paints-nine",
            "G7k!vq02ZpLm",
        ] {
            assert!(refuse_guessable(password, &[]).is_ok(), "{password}");
        }
    }
}
