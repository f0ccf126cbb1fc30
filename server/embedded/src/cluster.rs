//! The running cluster: its start from a lock to a URL, and its stop.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sqlx::{Connection, Executor, PgConnection};
use tempfile::TempDir;

use super::connection_url::{DATABASE, connection_url};
use super::folders::Folders;
use super::identity::Identity;
use super::lock::DataLock;
use super::log::Log;
use super::pid_file::{PidFile, Status};
use super::postmaster::{NotReady, Postmaster};
use super::settings::{Durability, arguments};
use super::{Binaries, ClusterError, creation, socket, temporary};

/// The time limit of a start, in which the server may have to recover from a crash.
const START_TIMEOUT: Duration = Duration::from_secs(300);
/// The time that the children of a killed server get to end.
const ORPHANS_TIMEOUT: Duration = Duration::from_secs(15);
const POLL_INTERVAL: Duration = Duration::from_millis(100);

/// A running private cluster, with the lock of its data folder.
///
/// [`Cluster::stop`] shuts it down and returns errors; dropping the value shuts it down too, and blocks meanwhile.
pub struct Cluster {
    url: String,
    socket_folder: PathBuf,
    // Dropped in this order: the server ends, the folder is removed, the lock is released.
    postmaster: Postmaster,
    _folder: Option<TempDir>,
    _lock: DataLock,
}

impl Cluster {
    /// Starts the cluster in `data_dir`, which is created the first time. `postgres_bin` names the folder of
    /// PostgreSQL's programs, if not the usual ones.
    ///
    /// A server that still runs on this data, because its `baton` was killed, is taken over. If another
    /// `baton` uses the folder, that is [`ClusterError::Locked`].
    pub async fn start(data_dir: &Path, postgres_bin: Option<&Path>) -> Result<Self, ClusterError> {
        Self::start_in(data_dir, postgres_bin, Durability::Durable, None).await
    }

    /// Starts an empty cluster that does not wait for the disk, and is removed when the value is dropped.
    pub async fn start_temporary(postgres_bin: Option<&Path>) -> Result<Self, ClusterError> {
        temporary::remove_abandoned().await;
        let folder = temporary::create_folder()?;
        let root = folder.path().to_owned();
        Self::start_in(&root, postgres_bin, Durability::Temporary, Some(folder)).await
    }

    /// The `DATABASE_URL` of the cluster that another `baton` runs in `data_dir`, if it accepts connections.
    pub fn running_in(data_dir: &Path) -> Option<String> {
        let folders = Folders::existing(data_dir).ok()?;
        let file =
            PidFile::read_running(&folders.data).filter(|file| file.status == Status::Ready)?;
        let (socket, port) = file.socket?;
        Some(connection_url(&socket, port, DATABASE))
    }

    /// The `DATABASE_URL` of the cluster, whose user is a superuser.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Shuts the server down, and returns when it has ended.
    pub async fn stop(self) -> Result<(), ClusterError> {
        self.postmaster.stop().await?;
        // It may be in the system's temporary folder. The next start creates it again, so a failure does no harm.
        let _ = std::fs::remove_dir(self.socket_folder);
        Ok(())
    }

    async fn start_in(
        root: &Path,
        postgres_bin: Option<&Path>,
        durability: Durability,
        folder: Option<TempDir>,
    ) -> Result<Self, ClusterError> {
        let folders = Folders::create(root)?;
        let lock = DataLock::acquire(&folders)?;
        let data_version = folders
            .data_version()
            .map(|version| (version, folders.data.as_path()));
        let binaries = Binaries::find(postgres_bin, data_version).await?;
        let identity = Identity::choose(&folders.data).await?;
        identity.check_access(&folders.root).await?;
        if data_version.is_none() {
            tracing::info!(
                version = binaries.version(),
                folder = %folders.root.display(),
                "creating a private PostgreSQL cluster"
            );
            creation::create(&folders, &binaries, &identity, durability).await?;
        }

        let (postmaster, file) = match adopt(&folders, durability).await {
            Some(adopted) => adopted,
            None => start(&folders, &binaries, &identity, durability).await?,
        };
        // A server that is ready has written its socket into the file.
        let (socket, port) = file
            .socket
            .unwrap_or((folders.root.join("socket"), super::settings::PORT));
        let cluster = Self {
            url: connection_url(&socket, port, DATABASE),
            socket_folder: socket.clone(),
            postmaster,
            _folder: folder,
            _lock: lock,
        };
        create_database(&connection_url(&socket, port, "postgres")).await?;
        Ok(cluster)
    }
}

/// The server that an earlier process left running, once it is ready. If it is shutting down, this waits for its end.
async fn adopt(folders: &Folders, durability: Durability) -> Option<(Postmaster, PidFile)> {
    let mut postmaster = Postmaster::adopt(&folders.data, durability)?;
    let file = postmaster.wait_until_ready(START_TIMEOUT).await.ok()?;
    tracing::info!(
        process = %file.pid,
        "taking over the PostgreSQL server that an earlier baton left running"
    );
    Some((postmaster, file))
}

async fn start(
    folders: &Folders,
    binaries: &Binaries,
    identity: &Identity,
    durability: Durability,
) -> Result<(Postmaster, PidFile), ClusterError> {
    PidFile::remove_stale(&folders.data).map_err(ClusterError::file(
        "remove the stale process file in",
        &folders.data,
    ))?;
    identity.change_owner(&folders.data)?;
    let socket_folder: PathBuf = socket::create_folder(&folders.root, identity)?;
    let deadline = Instant::now() + ORPHANS_TIMEOUT;
    loop {
        let log = Log::open(&folders.log)?;
        let mut command = identity.command(&binaries.program("postgres"));
        command
            .args(arguments(&folders.data, &socket_folder, durability))
            .current_dir(&folders.root)
            .stdout(log.handle()?)
            .stderr(log.handle()?);
        let mut postmaster = Postmaster::spawn(command, &folders.data, durability)?;
        match postmaster.wait_until_ready(START_TIMEOUT).await {
            Ok(file) => return Ok((postmaster, file)),
            Err(NotReady::TimedOut) => {
                let seconds = START_TIMEOUT.as_secs();
                return Err(ClusterError::NotReady {
                    seconds,
                    log: log.path().to_owned(),
                    tail: log.tail(),
                });
            }
            // Children of a killed server still hold its shared memory; they end soon.
            Err(NotReady::Ended) if still_in_use(&log.tail()) && Instant::now() < deadline => {
                tokio::time::sleep(POLL_INTERVAL).await;
            }
            Err(NotReady::Ended) => {
                return Err(ClusterError::Start {
                    log: log.path().to_owned(),
                    tail: log.tail(),
                });
            }
        }
    }
}

fn still_in_use(log: &str) -> bool {
    log.contains("pre-existing shared memory block")
}

/// Creates Baton's database if it does not exist. Every start checks, because the first one may have been killed before
/// this.
#[tracing::instrument(name = "db.database.create", skip_all)]
async fn create_database(maintenance_url: &str) -> Result<(), sqlx::Error> {
    let mut connection = PgConnection::connect(maintenance_url).await?;
    let exists: bool =
        sqlx::query_scalar("select exists (select from pg_database where datname = $1)")
            .bind(DATABASE)
            .fetch_one(&mut connection)
            .await?;
    if !exists {
        connection.execute("create database baton").await?;
    }
    connection.close().await
}
