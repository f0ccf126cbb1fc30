//! A proxy in front of PostgreSQL that can go silent: connections stay open and carry nothing, as after a fail-over
//! behind an address or when a firewall forgets them.
#![expect(
    clippy::unwrap_used,
    reason = "it is part of tests, though not of test functions"
)]

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use sqlx::postgres::PgConnectOptions;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, UnixStream};
use tokio::sync::watch;

/// Listens on a port of its own and carries what comes to a server's socket.
pub struct SilentProxy {
    port: u16,
    connections: Arc<AtomicU64>,
    /// The number of the first connection that carries anything.
    carries_from: watch::Sender<u64>,
}

impl SilentProxy {
    /// Begins to carry to the server that this URL names by its socket.
    pub async fn start(database_url: &str) -> Self {
        let options: PgConnectOptions = database_url.parse().unwrap();
        let socket = options.get_socket().unwrap();
        let socket = socket.join(format!(".s.PGSQL.{}", options.get_port()));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let connections = Arc::new(AtomicU64::new(0));
        let (carries_from, watched) = watch::channel(0);
        tokio::spawn(accept(listener, socket, connections.clone(), watched));
        Self {
            port,
            connections,
            carries_from,
        }
    }

    /// The `DATABASE_URL` of a server behind it.
    pub fn database_url(&self) -> String {
        format!(
            "postgres://baton@127.0.0.1:{}/baton?sslmode=disable",
            self.port
        )
    }

    /// From now on the connections that are open carry nothing; new ones do.
    pub fn silence_open_connections(&self) {
        let next = self.connections.load(Ordering::SeqCst);
        self.carries_from.send_replace(next);
    }

    /// From now on no connection carries anything; new ones are accepted.
    pub fn silence_everything(&self) {
        self.carries_from.send_replace(u64::MAX);
    }
}

async fn accept(
    listener: TcpListener,
    socket: PathBuf,
    connections: Arc<AtomicU64>,
    carries_from: watch::Receiver<u64>,
) {
    while let Ok((client, _)) = listener.accept().await {
        let number = connections.fetch_add(1, Ordering::SeqCst);
        let (socket, watched) = (socket.clone(), carries_from.clone());
        tokio::spawn(async move {
            let Ok(server) = UnixStream::connect(socket).await else {
                return;
            };
            let (client_reads, client_writes) = client.into_split();
            let (server_reads, server_writes) = server.into_split();
            tokio::select! {
                () = carry(number, watched.clone(), client_reads, server_writes) => {}
                () = carry(number, watched, server_reads, client_writes) => {}
            }
        });
    }
}

/// Carries until one side ends, or, silenced, does nothing for ever.
async fn carry(
    number: u64,
    mut carries_from: watch::Receiver<u64>,
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
) {
    let mut bytes = vec![0; 16 * 1024];
    loop {
        tokio::select! {
            biased;
            silenced = async { carries_from.wait_for(|first| number < *first).await.is_ok() } => {
                if silenced {
                    std::future::pending::<()>().await;
                }
                return;
            }
            read = from.read(&mut bytes) => match read {
                Ok(0) | Err(_) => return,
                Ok(length) => {
                    if to.write_all(&bytes[..length]).await.is_err() {
                        return;
                    }
                }
            }
        }
    }
}
