//! Passwords that are easy to guess. The lists of leaked passwords and of words are those of zxcvbn, which ships them.

use super::PasswordError;
use zxcvbn::{Score, zxcvbn};

/// How much of a password is judged, in characters: the time grows with the square.
const MAX_JUDGED: usize = 40;

/// Refuses a new password that is easy to guess, for example because it is on a list of leaked ones. `about` is what
/// others know of its owner: their name, their e-mail address.
///
/// # Errors
/// [`PasswordError::Guessable`].
pub fn refuse_guessable(password: &str, about: &[&str]) -> Result<(), PasswordError> {
    // Withstands 10^8 guesses: two cores check about 70 passwords a second, and so need two weeks.
    let start: String = password.chars().take(MAX_JUDGED).collect();
    if zxcvbn(&start, about).score() < Score::Three {
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
