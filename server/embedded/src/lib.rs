//! The private PostgreSQL cluster, with which `baton` starts on a machine where nobody has set up a database.
//!
//! [`Cluster::start`] creates the cluster the first time, starts it, and has its `DATABASE_URL`. It listens on a unix
//! socket in a folder that only its owner can enter, so it needs neither a password nor a network port. The steps:
//!
//! 1. `lock`: one `baton` for each data folder, by a file lock that the kernel releases when its holder dies.
//! 2. `binaries`: the programs of an installed PostgreSQL, of the version of the data.
//! 3. `identity`: the user that it runs as, because PostgreSQL refuses root.
//! 4. `creation`: `initdb` beside the final folder, then a rename, so that an incomplete cluster is never used.
//! 5. `postmaster`: a server that a killed `baton` left behind is adopted, otherwise one is started.
//! 6. [`Cluster::stop`], or the drop of the value: the server is shut down.

mod binaries;
mod cluster;
mod connection_url;
mod creation;
mod error;
mod folders;
mod identity;
mod lock;
mod log;
mod pid_file;
mod postmaster;
mod settings;
mod socket;
mod temporary;

pub use binaries::Binaries;
pub use cluster::Cluster;
pub use error::ClusterError;
