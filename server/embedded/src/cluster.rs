//! The private cluster as a value.

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

/// How long a start may take: after a crash the server first reads its log again.
const START: Duration = Duration::from_secs(300);
/// How long a dead server's children may take to notice.
const ORPHANS: Duration = Duration::from_secs(15);
const POLL: Duration = Duration::from_millis(100);

/// A running private cluster, and the right to its data folder.
///
/// [`Cluster::stop`] ends it and tells whether that went well; dropping the value ends it too, and waits.
pub struct Cluster {
    url: String,
    socket_folder: PathBuf,
    // Dropped in this order: the server ends, then the folder may go, then others may come.
    postmaster: Postmaster,
    _folder: Option<TempDir>,
    _lock: DataLock,
}

impl Cluster {
    /// Starts the cluster in `data_dir`, which is made the first time. `postgres_bin` names the folder of
    /// PostgreSQL's programs, if not the usual ones.
    ///
    /// A server that still runs on this data, because its `baton` was killed, is taken over. If another
    /// `baton` uses the folder, that is [`ClusterError::Locked`].
    pub async fn start(data_dir: &Path, postgres_bin: Option<&Path>) -> Result<Self, ClusterError> {
        Self::start_in(data_dir, postgres_bin, Durability::Durable, None).await
    }

    /// Starts an empty cluster that is fast because it forgets: it is removed when the value goes.
    pub async fn start_temporary(postgres_bin: Option<&Path>) -> Result<Self, ClusterError> {
        temporary::sweep().await;
        let folder = temporary::make()?;
        let root = folder.path().to_owned();
        Self::start_in(&root, postgres_bin, Durability::Temporary, Some(folder)).await
    }

    /// The `DATABASE_URL` of the cluster that another `baton` runs in `data_dir`, if it takes connections.
    pub fn running_in(data_dir: &Path) -> Option<String> {
        let folders = Folders::existing(data_dir).ok()?;
        let file =
            PidFile::read_running(&folders.data).filter(|file| file.status == Status::Ready)?;
        let (socket, port) = file.socket?;
        Some(connection_url(&socket, port, DATABASE))
    }

    /// The `DATABASE_URL` under which it answers. Its user is a superuser.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Shuts the server down and waits until it has ended.
    pub async fn stop(self) -> Result<(), ClusterError> {
        self.postmaster.stop().await?;
        // Where the data folder's path is too long, it lies in a folder for everybody: no litter there.
        // It is made again at the next start, so a refusal does no harm.
        let _ = std::fs::remove_dir(self.socket_folder);
        Ok(())
    }

    async fn start_in(
        root: &Path,
        postgres_bin: Option<&Path>,
        durability: Durability,
        folder: Option<TempDir>,
    ) -> Result<Self, ClusterError> {
        let folders = Folders::make(root)?;
        let lock = DataLock::take(&folders)?;
        let made_by = folders
            .made_by()
            .map(|version| (version, folders.data.as_path()));
        let binaries = Binaries::find(postgres_bin, made_by).await?;
        let identity = Identity::choose(&folders.data).await?;
        identity.must_reach(&folders.root).await?;
        if made_by.is_none() {
            tracing::info!(
                "creating a private PostgreSQL {} cluster in {}",
                binaries.version(),
                folders.root.display()
            );
            creation::create(&folders, &binaries, &identity, durability).await?;
        }

        let (postmaster, file) = match adopt(&folders, durability).await {
            Some(adopted) => adopted,
            None => start(&folders, &binaries, &identity, durability).await?,
        };
        // A server that is ready has written where it listens.
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

/// Takes over a server that runs, once it is ready. One that is on its way out is waited for.
async fn adopt(folders: &Folders, durability: Durability) -> Option<(Postmaster, PidFile)> {
    let mut postmaster = Postmaster::adopt(&folders.data, durability)?;
    let file = postmaster.ready(START).await.ok()?;
    tracing::info!(
        "taking over the PostgreSQL server (process {}) that an earlier baton left running",
        file.pid
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
    identity.give(&folders.data)?;
    let socket_folder: PathBuf = socket::make_folder(&folders.root, identity)?;
    let deadline = Instant::now() + ORPHANS;
    loop {
        let log = Log::open(&folders.log)?;
        let mut command = identity.command(&binaries.program("postgres"));
        command
            .args(arguments(&folders.data, &socket_folder, durability))
            .current_dir(&folders.root)
            .stdout(log.handle()?)
            .stderr(log.handle()?);
        let mut postmaster = Postmaster::spawn(command, &folders.data, durability)?;
        match postmaster.ready(START).await {
            Ok(file) => return Ok((postmaster, file)),
            Err(NotReady::TimedOut) => {
                let seconds = START.as_secs();
                return Err(ClusterError::NotReady {
                    seconds,
                    log: log.path().to_owned(),
                    tail: log.tail(),
                });
            }
            // The server before this one was killed and its children have yet to notice: they will.
            Err(NotReady::Ended) if still_in_use(&log.tail()) && Instant::now() < deadline => {
                tokio::time::sleep(POLL).await;
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

/// Creates Baton's database, unless it is there. Asked at every start, because the first one may have been
/// killed right before.
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
