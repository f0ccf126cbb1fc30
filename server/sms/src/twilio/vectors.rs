//! Test vectors of signed requests, from Twilio's own library by `end2end/vectors/twilio-signatures.mjs`. Only tests
//! and the feature `testing` compile them.

#![allow(
    clippy::unwrap_used,
    reason = "vectors that cannot be read fail the test"
)]

use serde::Deserialize;

/// A signed request, and whether the library accepts it.
#[derive(Deserialize)]
pub struct Vector {
    /// The name of the case.
    pub name: String,
    /// The account's secret.
    pub auth_token: String,
    /// The URL that was called.
    pub url: String,
    /// The form's pairs.
    pub body: String,
    /// The value of the header.
    pub signature: String,
    /// Whether the library accepts it.
    pub valid: bool,
}

/// All vectors.
pub fn vectors() -> Vec<Vector> {
    serde_json::from_str(include_str!("vectors.json")).unwrap()
}

/// One vector.
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
