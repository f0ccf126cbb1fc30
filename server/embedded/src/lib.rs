//! The private PostgreSQL cluster: what lets `baton` start on a machine where nobody set up a database.
//!
//! [`Cluster::start`] makes the cluster the first time, starts it, and gives the `DATABASE_URL` under
//! which it answers. It listens on a unix socket in a folder that only its owner can enter, so
//! no password and no port is needed. Its life:
//!
//! 1. `lock`: one `baton` a data folder; the kernel releases the lock when its holder dies, however it dies.
//! 2. `binaries`: which PostgreSQL, and whether it is the one that made the data.
//! 3. `identity`: as whom it runs, since PostgreSQL refuses to run as root.
//! 4. `creation`: `initdb` beside the final folder, then a rename, so that nothing half-made is ever used.
//! 5. `postmaster`: a server that a killed `baton` left behind is adopted, otherwise one is started.
//! 6. [`Cluster::stop`], or the drop of the value on every other path out: the server is shut down.

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
