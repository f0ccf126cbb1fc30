//! Passwords, by argon2id with the crate's defaults (OWASP's second recommendation: 19 MiB, 2 passes).

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use std::sync::LazyLock;

/// The shortest password that is taken, in characters.
const SHORTEST: usize = 10;

/// Why a password cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// Too easily guessed.
    #[error("use at least {SHORTEST} characters for a password")]
    TooShort,
    /// The hasher failed, or its task was stopped.
    #[error("the password could not be hashed: {0}")]
    Hasher(String),
}

/// Hashes a new password into a PHC string. Takes tens of milliseconds of a processor, so it runs
/// beside the request tasks.
///
/// # Errors
/// Too short; the hasher.
pub async fn hash(password: String) -> Result<String, PasswordError> {
    if password.chars().count() < SHORTEST {
        return Err(PasswordError::TooShort);
    }
    tokio::task::spawn_blocking(move || {
        Argon2::default()
            .hash_password(password.as_bytes())
            .map(|hash| hash.to_string())
            .map_err(|error| PasswordError::Hasher(error.to_string()))
    })
    .await
    .map_err(|error| PasswordError::Hasher(error.to_string()))?
}

/// Whether the password belongs to the hash. `None` for the hash = no such account: it takes as long
/// as for one that exists, so that time does not tell which e-mails do.
///
/// # Errors
/// The hash cannot be read; its task was stopped.
pub async fn verify(password: String, hash: Option<String>) -> Result<bool, PasswordError> {
    tokio::task::spawn_blocking(move || {
        let known = hash.is_some();
        let hash = hash
            .or_else(|| NOBODYS.clone())
            .ok_or_else(|| PasswordError::Hasher("no hash to compare with".into()))?;
        let parsed =
            PasswordHash::new(&hash).map_err(|error| PasswordError::Hasher(error.to_string()))?;
        let matches = Argon2::default()
            .verify_password(password.as_bytes(), &parsed)
            .is_ok();
        Ok(matches && known)
    })
    .await
    .map_err(|error| PasswordError::Hasher(error.to_string()))?
}

static NOBODYS: LazyLock<Option<String>> = LazyLock::new(|| {
    Argon2::default()
        .hash_password(b"nobody's password")
        .ok()
        .map(|hash| hash.to_string())
});
