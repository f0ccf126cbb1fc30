//! The verification of `X-Twilio-Signature`.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha1::Sha1;
use subtle::ConstantTimeEq;

/// Whether Twilio signed this request: `X-Twilio-Signature` is the base64 of HMAC-SHA1, keyed with the
/// account's token, over the URL and the sorted parameters. `url` is the one that Twilio called, as it
/// is written in its console; `parameters` are all pairs of the form, decoded, in any order.
///
/// Of the URL, the form without and the form with a port are accepted, because Twilio signs the one or
/// the other. Its own library also tries forms with a re-encoded path and query; ours has nothing in
/// it that could be encoded in two ways.
pub fn is_authentic(
    auth_token: &SecretString,
    signature: &[u8],
    url: &str,
    parameters: &[(String, String)],
) -> bool {
    let tail = concatenate(parameters);
    [without_port(url), with_port(url)].into_iter().any(|url| {
        compute(auth_token, &url, &tail).is_some_and(|own| own.as_bytes().ct_eq(signature).into())
    })
}

/// The signature that Twilio would send; benchmarks of the webhook sign with it.
pub fn signature_of(
    auth_token: &SecretString,
    url: &str,
    parameters: &[(String, String)],
) -> Option<String> {
    compute(auth_token, url, &concatenate(parameters))
}

fn compute(auth_token: &SecretString, url: &str, tail: &str) -> Option<String> {
    // HMAC accepts keys of any length, so this does not fail.
    let mut mac = Hmac::<Sha1>::new_from_slice(auth_token.expose_secret().as_bytes()).ok()?;
    mac.update(url.as_bytes());
    mac.update(tail.as_bytes());
    Some(STANDARD.encode(mac.finalize().into_bytes()))
}

/// The concatenation of keys and values in the order of Twilio's library: by key, and the distinct values of a repeated
/// key by value. As in JavaScript, strings compare by UTF-16 units, where an emoji precedes U+FFFD.
fn concatenate(parameters: &[(String, String)]) -> String {
    let mut pairs: Vec<_> = parameters.iter().collect();
    pairs.sort_by(|(key, value), (other_key, other_value)| {
        (key.encode_utf16().cmp(other_key.encode_utf16()))
            .then_with(|| value.encode_utf16().cmp(other_value.encode_utf16()))
    });
    pairs.dedup();
    pairs
        .into_iter()
        .flat_map(|(key, value)| [key.as_str(), value.as_str()])
        .collect()
}

/// The parts of a URL: scheme with `://`, host, port with its colon or nothing, and the rest.
fn split(url: &str) -> Option<(&str, &str, &str, &str)> {
    let (scheme, after) = url.split_at(url.find("://")? + 3);
    let (authority, rest) = after.split_at(after.find(['/', '?', '#']).unwrap_or(after.len()));
    // A colon only starts the port after the closing bracket of an IPv6 address.
    let host_ends = authority.rfind(']').map_or(0, |bracket| bracket + 1);
    let port = authority[host_ends..]
        .find(':')
        .map_or(authority.len(), |colon| host_ends + colon);
    let (host, port) = authority.split_at(port);
    Some((scheme, host, port, rest))
}

fn without_port(url: &str) -> String {
    split(url).map_or_else(
        || url.to_owned(),
        |(scheme, host, _, rest)| [scheme, host, rest].concat(),
    )
}

fn with_port(url: &str) -> String {
    match split(url) {
        Some((scheme, host, "", rest)) => {
            let port = if scheme.eq_ignore_ascii_case("https://") {
                ":443"
            } else {
                ":80"
            };
            [scheme, host, port, rest].concat()
        }
        _ => url.to_owned(),
    }
}
