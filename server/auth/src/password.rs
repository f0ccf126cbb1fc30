//! Password hashing, by argon2id with the crate's defaults (OWASP's second recommendation: 19 MiB, 2 passes).

use super::password_error::MAX_BYTES;
use super::{HashingTurn, PasswordError, hashing_turn};
use app::domain::MIN_PASSWORD_CHARS;
use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::password_hash::{self, CustomizedPasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use std::cell::RefCell;

/// The minimum allocation in blocks, a little over 32 MiB, of which the system backs only the part in use. glibc maps an
/// allocation of this size by itself and unmaps it when it is freed. Of smaller ones it keeps one for each thread.
const MIN_CAPACITY: usize = (33 << 20) / Block::SIZE;

/// The hash of a random password, verified when there is no account.
const DUMMY_HASH: &str = "$argon2id$v=19$m=19456,t=2,p=1$EWHkGx9Fms6KYzCMVkW9lA$Cq2RAVyCWsN0RnKRiOyDBvBlOYHwOHrdhBjjrqUtQAc";

/// Hashes a new password into a PHC string, after waiting for a turn.
///
/// # Errors
/// The password is too short or too long, or the queue is full.
pub async fn hash(password: String) -> Result<String, PasswordError> {
    if password.chars().count() < MIN_PASSWORD_CHARS {
        return Err(PasswordError::TooShort);
    }
    if password.len() > MAX_BYTES {
        return Err(PasswordError::TooLong);
    }
    blocking(hashing_turn().await?, move |hasher| {
        let salt = password_hash::try_generate_salt()?;
        hasher
            .hash_password_with_params(password.as_bytes(), &salt, Params::default())
            .map(|hash| hash.to_string())
    })
    .await
    .map(|(hash, _)| hash)
}

/// Whether the password matches the hash. `None` as the hash, for an account that does not exist, takes the same time,
/// so that the time does not reveal which e-mail addresses have one. The turn is returned, for what has to be done
/// before the next one.
///
/// # Errors
/// [`PasswordError::Hasher`] if the stored hash cannot be parsed.
pub async fn verify(
    turn: HashingTurn,
    password: String,
    hash: Option<String>,
) -> Result<(bool, HashingTurn), PasswordError> {
    blocking(turn, move |hasher| {
        let parsed = PasswordHash::new(hash.as_deref().unwrap_or(DUMMY_HASH))?;
        match hasher.verify_password(password.as_bytes(), &parsed) {
            Ok(()) => Ok(hash.is_some()),
            Err(password_hash::Error::PasswordInvalid) => Ok(false),
            Err(error) => Err(error),
        }
    })
    .await
}

/// Whether somebody can have this hash: it is one as [`hash`] makes them. One that takes another time would tell by it which
/// e-mail addresses have an account.
#[must_use]
pub fn is_password_hash(text: &str) -> bool {
    let Ok(parsed) = PasswordHash::new(text) else {
        return false;
    };
    let ours = Params::default();
    let is_as_ours = |params: Params| {
        let costs = |params: &Params| (params.m_cost(), params.t_cost(), params.p_cost());
        costs(&params) == costs(&ours)
    };
    parsed.algorithm == Algorithm::Argon2id.ident()
        && parsed.version == Some(Version::V0x13.into())
        && parsed.salt.is_some()
        && parsed.hash.is_some()
        && Params::try_from(&parsed).is_ok_and(is_as_ours)
}

/// Runs on a blocking thread, which holds the turn: the work continues when its request is dropped.
async fn blocking<T: Send + 'static>(
    mut turn: HashingTurn,
    work: impl FnOnce(&Hasher<'_>) -> password_hash::Result<T> + Send + 'static,
) -> Result<(T, HashingTurn), PasswordError> {
    let hashing = move || {
        let result = work(&Hasher(RefCell::new(&mut turn.memory)))?;
        Ok((result, turn))
    };
    tokio::task::spawn_blocking(hashing)
        .await
        .map_err(|error| PasswordError::Hasher(error.to_string()))?
        .map_err(|error: password_hash::Error| PasswordError::Hasher(error.to_string()))
}

/// [`Argon2`] in memory that is reused.
struct Hasher<'memory>(RefCell<&'memory mut Vec<Block>>);

impl CustomizedPasswordHasher<PasswordHash> for Hasher<'_> {
    type Params = Params;

    fn hash_password_customized(
        &self,
        password: &[u8],
        salt: &[u8],
        algorithm: Option<&str>,
        version: Option<u32>,
        params: Params,
    ) -> password_hash::Result<PasswordHash> {
        let algorithm = algorithm.map(Algorithm::try_from).transpose()?;
        let algorithm = algorithm.unwrap_or_default();
        let version = version.map(Version::try_from).transpose()?;
        let version = version.unwrap_or_default();
        let mut output = vec![0; params.output_len().unwrap_or(Params::DEFAULT_OUTPUT_LEN)];
        let blocks = params.block_count();
        let mut memory = self.0.borrow_mut();
        if memory.len() < blocks {
            memory.reserve_exact(blocks.max(MIN_CAPACITY));
            memory.resize(blocks, Block::new());
        }
        let params_string = ParamsString::try_from(&params)?;
        Argon2::new(algorithm, version, params).hash_password_into_with_memory(
            password,
            salt,
            &mut output,
            memory.as_mut_slice(),
        )?;
        Ok(PasswordHash {
            algorithm: algorithm.ident(),
            version: Some(version.into()),
            params: params_string,
            salt: Some(Salt::new(salt)?),
            hash: Some(Output::new(&output)?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{DUMMY_HASH, PasswordError, hash, is_password_hash, verify};
    use crate::hashing_turn;
    use argon2::password_hash::PasswordVerifier;
    use argon2::password_hash::phc::PasswordHash;
    use argon2::{Argon2, Params};

    const PASSWORD: &str = "a long enough password";

    async fn belongs(password: &str, hash: Option<&str>) -> bool {
        let turn = hashing_turn().await.unwrap();
        let hash = hash.map(str::to_owned);
        verify(turn, password.into(), hash).await.unwrap().0
    }

    #[tokio::test]
    async fn a_hash_is_one_that_the_crate_makes_and_reads() {
        let hash = hash(PASSWORD.into()).await.unwrap();
        let parsed = PasswordHash::new(&hash).unwrap();
        Argon2::default()
            .verify_password(PASSWORD.as_bytes(), &parsed)
            .unwrap();
        assert!(belongs(PASSWORD, Some(&hash)).await);
        assert!(!belongs("another long password", Some(&hash)).await);
    }

    #[tokio::test]
    async fn nobodys_hash_takes_as_long_as_any_and_lets_nobody_in() {
        let parsed = PasswordHash::new(DUMMY_HASH).unwrap();
        let (nobodys, others) = (Params::try_from(&parsed).unwrap(), Params::default());
        assert_eq!(
            (nobodys.m_cost(), nobodys.t_cost(), nobodys.p_cost()),
            (others.m_cost(), others.t_cost(), others.p_cost())
        );
        assert!(!belongs("nobody's password", None).await);
    }

    #[tokio::test]
    async fn nobody_can_have_a_hash_that_is_not_made_here() {
        let own = hash(PASSWORD.into()).await.unwrap();
        assert!(is_password_hash(&own));
        let cheaper = own.replace("m=19456,t=2", "m=8,t=1");
        let without_output = own.rsplit_once('$').unwrap().0;
        let other = own.replace("argon2id", "argon2i");
        for text in [&cheaper, without_output, &other, "none", ""] {
            assert!(!is_password_hash(text), "{text}");
        }
    }

    #[tokio::test]
    async fn a_new_password_is_neither_short_nor_endless() {
        let refused = |length| hash("x".repeat(length));
        assert!(matches!(refused(11).await, Err(PasswordError::TooShort)));
        assert!(matches!(refused(1025).await, Err(PasswordError::TooLong)));
        assert!(refused(1024).await.is_ok());
    }
}
