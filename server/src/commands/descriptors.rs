//! The limit of open files, and the number of connections that follows from it.

use nix::sys::resource::{Resource, getrlimit, setrlimit};

use crate::config::Config;
use crate::http::{PeerTimeouts, ServeLimits};

/// Descriptors for all but the connections of browsers and of the database: files, the log, listeners, and requests to
/// the message service.
const OTHER_DESCRIPTORS: usize = 48;
/// Connections that are answered `/health` when all others are in use.
const RESERVE: usize = 8;
/// The default maximum of connections. Each takes about 20 KiB, and up to 128 KiB while it is busy.
const DEFAULT_MAX_CONNECTIONS: usize = 10_000;
/// The minimum of connections, even if there are too few descriptors: fewer would be of no use.
const MIN_CONNECTIONS: usize = 16;

/// The limits of the server's connections, by the configuration and by what the system allows.
pub(super) fn serve_limits(config: &Config) -> ServeLimits {
    let descriptors = raise_limit();
    let others = OTHER_DESCRIPTORS + RESERVE + config.database_connections as usize;
    let possible = descriptors.saturating_sub(others).max(MIN_CONNECTIONS);
    let wanted = config
        .http_connections
        .map_or(DEFAULT_MAX_CONNECTIONS, |connections| connections as usize);
    let connections = wanted.min(possible);
    if config.http_connections.is_some() && connections < wanted {
        tracing::warn!(
            connections,
            wanted,
            descriptors,
            "the system allows fewer open files than BATON_HTTP_CONNECTIONS needs; raise `ulimit -n`"
        );
    }
    ServeLimits {
        connections,
        reserve: RESERVE,
        timeouts: PeerTimeouts::default(),
    }
}

/// Raises the limit of open files to the maximum that the system allows, and returns it. The default is lower for
/// programs that use `select`, which Baton does not.
fn raise_limit() -> usize {
    let (soft, hard) = match getrlimit(Resource::RLIMIT_NOFILE) {
        Ok(limits) => limits,
        Err(error) => {
            tracing::warn!(%error, "the limit of open files cannot be read; 1024 are assumed");
            return 1024;
        }
    };
    let raised = match setrlimit(Resource::RLIMIT_NOFILE, hard, hard) {
        Ok(()) => hard,
        Err(_) => soft,
    };
    usize::try_from(raised).unwrap_or(usize::MAX)
}
