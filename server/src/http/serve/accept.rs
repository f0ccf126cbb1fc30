//! The accept loop, which continues after every error of the system.

use super::connection::serve_connection;
use super::table::ConnectionTable;
use axum::Router;
use std::io;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// The delay after an error that is likely to recur, such as a lack of descriptors.
const ERROR_DELAY: Duration = Duration::from_millis(100);

/// Accepts connections and serves each in a task of its own, until the future is dropped.
pub(super) async fn accept_connections(
    listener: TcpListener,
    router: Router,
    table: &ConnectionTable,
    connections: &TaskTracker,
    ending: &CancellationToken,
) {
    let mut is_failing = false;
    loop {
        let (stream, peer) = match listener.accept().await {
            Ok(accepted) => accepted,
            Err(error) if error.kind() == io::ErrorKind::ConnectionAborted => continue,
            Err(error) => {
                // Logged once, not at every attempt.
                if !is_failing {
                    tracing::error!(%error, "no connection can be accepted; trying again until it works");
                }
                is_failing = true;
                table.make_room();
                tokio::time::sleep(ERROR_DELAY).await;
                continue;
            }
        };
        if is_failing {
            tracing::info!("connections are accepted again");
            is_failing = false;
        }
        if let Err(error) = set_options(&stream, table.limits().timeouts.reader) {
            tracing::debug!(%error, "a connection was gone before it was served");
            continue;
        }
        let admitted = table.admit().await;
        let serving = serve_connection(
            stream,
            peer,
            router.clone(),
            admitted,
            table.limits().timeouts.linger,
            ending.clone(),
        );
        connections.spawn(serving);
    }
}

fn set_options(stream: &TcpStream, reader: Duration) -> io::Result<()> {
    // Responses are written whole, and Nagle's algorithm would only delay them.
    stream.set_nodelay(true)?;
    // A peer that has vanished acknowledges nothing. An event stream sends too little to fill a buffer, and by default the
    // system retransmits for a quarter of an hour.
    #[cfg(target_os = "linux")]
    {
        use nix::sys::socket::{setsockopt, sockopt::TcpUserTimeout};
        let milliseconds = u32::try_from(reader.as_millis()).unwrap_or(u32::MAX);
        setsockopt(stream, TcpUserTimeout, &milliseconds)?;
    }
    Ok(())
}
