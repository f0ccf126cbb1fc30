//! Signed requests, made and judged by Twilio's own library: `end2end/vectors/twilio-signatures.mjs`.
//! Compiled for tests alone: this crate's own, and by the feature `testing` those of the webhook.

#![allow(
    clippy::unwrap_used,
    reason = "vectors that cannot be read fail the test"
)]

use serde::Deserialize;

/// A request as it arrives, and whether the library takes it for Twilio's.
#[derive(Deserialize)]
pub struct Vector {
    /// What is special about it.
    pub name: String,
    /// The secret of the account.
    pub auth_token: String,
    /// Where it was sent.
    pub url: String,
    /// Its form.
    pub body: String,
    /// The header.
    pub signature: String,
    /// Whether the library takes it.
    pub valid: bool,
}

/// All of them.
pub fn vectors() -> Vec<Vector> {
    serde_json::from_str(include_str!("vectors.json")).unwrap()
}

/// One of them.
pub fn vector(name: &str) -> Vector {
    vectors()
        .into_iter()
        .find(|vector| vector.name == name)
        .unwrap()
}

#[cfg(test)]
#[test]
fn a_signature_counts_exactly_when_twilios_own_library_takes_it() {
    let vectors = vectors();
    for vector in &vectors {
        let parameters: Vec<_> = form_urlencoded::parse(vector.body.as_bytes())
            .into_owned()
            .collect();
        let token = vector.auth_token.as_str().into();
        let signature = vector.signature.as_bytes();
        let authentic = super::is_authentic(&token, signature, &vector.url, &parameters);
        assert_eq!(authentic, vector.valid, "{}", vector.name);
    }
    let valid = vectors.iter().filter(|vector| vector.valid).count();
    let forged = vectors.len() - valid;
    assert!(valid >= 20 && forged >= 10, "{valid} and {forged}");
}
