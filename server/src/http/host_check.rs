//! The check of the Host header, against DNS rebinding: another site can let its own name resolve to this server, and
//! then read the responses as its own. It can do so neither with a name that it does not own nor with an IP address.

use super::AppState;
use super::error_page::refuse;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::StatusCode;
use http::header::HOST;
use http::uri::Authority;
use sentences::page;
use std::net::{Ipv4Addr, Ipv6Addr};

/// The path that is not checked, because load balancers may use any name.
const HEALTH: &str = "/health";

/// Refuses requests for hosts other than that of the public URL, localhost and IP addresses.
pub(super) async fn check(State(state): State<AppState>, request: Request, next: Next) -> Response {
    if request.uri().path() == HEALTH {
        return next.run(request).await;
    }
    let public_host = state.public_url.host();
    match requested_hosts(&request) {
        Some(hosts) if hosts.iter().all(|host| is_ours(host, &public_host)) => {
            next.run(request).await
        }
        Some(hosts) => {
            tracing::debug!(?hosts, "a request was for another host");
            refuse(
                request.headers(),
                StatusCode::MISDIRECTED_REQUEST,
                page::other_address(),
                &page::answers_at(&state.public_url.to_string()),
            )
        }
        None => refuse(
            request.headers(),
            StatusCode::BAD_REQUEST,
            page::no_host(),
            page::name_the_host(),
        ),
    }
}

/// The hosts in the request's target and in its Host header, without ports. `None` if there are none, or several headers.
fn requested_hosts(request: &Request) -> Option<Vec<String>> {
    let mut headers = request.headers().get_all(HOST).iter();
    let header = match (headers.next(), headers.next()) {
        (Some(host), None) => Some(host.to_str().ok()?.parse::<Authority>().ok()?),
        (None, _) => None,
        (Some(_), Some(_)) => return None,
    };
    let target = request.uri().authority().cloned();
    let hosts: Vec<String> = header
        .into_iter()
        .chain(target)
        .map(|authority| comparable(authority.host()))
        .collect();
    (!hosts.is_empty()).then_some(hosts)
}

/// The host for comparison: in lower case, and without the root's final dot.
fn comparable(host: &str) -> String {
    let host = host.to_ascii_lowercase();
    host.strip_suffix('.').map_or(host.clone(), str::to_owned)
}

fn is_ours(host: &str, public_host: &str) -> bool {
    let in_brackets = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'));
    host == comparable(public_host)
        || host == "localhost"
        || host.parse::<Ipv4Addr>().is_ok()
        || in_brackets.is_some_and(|host| host.parse::<Ipv6Addr>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::{comparable, is_ours};

    #[test]
    fn the_public_name_this_machine_and_numbers_are_ours() {
        for host in [
            "Text.Example.org",
            "text.example.org.",
            "localhost",
            "127.0.0.1",
            "10.1.2.3",
            "[::1]",
        ] {
            assert!(is_ours(&comparable(host), "text.example.org"), "{host}");
        }
        for host in [
            "evil.example",
            "example.org",
            "a.text.example.org",
            "127.0.0.1.evil.example",
            "::1",
            "",
        ] {
            assert!(!is_ours(&comparable(host), "text.example.org"), "{host}");
        }
    }
}
