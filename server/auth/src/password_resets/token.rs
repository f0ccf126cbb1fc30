//! The token of a link.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use std::fmt;

/// The random token of a link. It is no secret to who writes it with [`fmt::Display`], so that only links are made of it.
pub struct ResetToken([u8; 32]);

impl ResetToken {
    /// A new token.
    pub(super) fn random() -> Self {
        Self(rand::random())
    }

    /// The token in the address of a link, if it has the form of one.
    pub fn parse(text: &str) -> Option<Self> {
        let token = URL_SAFE_NO_PAD.decode(text).ok()?;
        token.try_into().ok().map(Self)
    }

    /// The hash of the token, as the database has it.
    pub(super) fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }
}

impl fmt::Display for ResetToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&URL_SAFE_NO_PAD.encode(self.0))
    }
}

impl fmt::Debug for ResetToken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ResetToken(…)")
    }
}

/// The link of a token, on a server at the URL `base`.
pub fn link(base: &str, token: &ResetToken) -> String {
    format!("{base}/password/{token}")
}

#[cfg(test)]
mod tests {
    use super::ResetToken;

    #[test]
    fn is_read_as_it_is_written_and_no_log_has_it() {
        let token = ResetToken::random();
        let text = token.to_string();
        assert_eq!(ResetToken::parse(&text).unwrap().hash(), token.hash());
        assert!(!format!("{token:?}").contains(&text));
        for text in ["", "AAAA", "../../..", &text[1..], &format!("{text}A")] {
            assert!(ResetToken::parse(text).is_none(), "{text}");
        }
    }
}
