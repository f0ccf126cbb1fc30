//! How the server is set up. Given on its command line, so that a new version of Baton changes
//! them for a cluster that is already there.

use std::path::Path;

/// The port in the socket's name. It opens nothing on the network.
pub(super) const PORT: u16 = 5432;

/// What the data is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Durability {
    /// What was committed survives a power cut.
    Durable,
    /// Thrown away at the end: nothing waits for the disk.
    Temporary,
}

const COMMON: [(&str, &str); 16] = [
    ("listen_addresses", ""),
    ("unix_socket_permissions", "0700"),
    ("shared_buffers", "256MB"),
    ("effective_cache_size", "1GB"),
    ("work_mem", "16MB"),
    ("maintenance_work_mem", "128MB"),
    // Every query of Baton is short; compiling one costs more than it saves.
    ("jit", "off"),
    // Laptops have solid-state disks.
    ("random_page_cost", "1.1"),
    // Nobody replicates a private cluster; then COPY into a fresh table skips the log.
    ("wal_level", "minimal"),
    ("max_wal_senders", "0"),
    // After a checkpoint the first change of a page logs all of it, which halves a release's speed:
    // few checkpoints, and compressed pages.
    ("checkpoint_timeout", "15min"),
    ("max_wal_size", "2GB"),
    ("wal_compression", "on"),
    ("timezone", "UTC"),
    ("log_timezone", "UTC"),
    ("log_checkpoints", "off"),
];

const DURABLE: [(&str, &str); 1] = [("max_connections", "100")];

const TEMPORARY: [(&str, &str); 4] = [
    // Tests run side by side, each with a pool of its own.
    ("max_connections", "200"),
    ("fsync", "off"),
    ("synchronous_commit", "off"),
    ("full_page_writes", "off"),
];

/// The server's arguments: its data, its socket, its settings.
pub(super) fn arguments(data: &Path, socket_folder: &Path, durability: Durability) -> Vec<String> {
    let own: &[(&str, &str)] = match durability {
        Durability::Durable => &DURABLE,
        Durability::Temporary => &TEMPORARY,
    };
    let mut arguments = vec!["-D".to_owned(), data.display().to_string()];
    // The setting is a list separated by commas; quotes keep a comma in the path from splitting it.
    let socket_folder = socket_folder.display().to_string().replace('"', "\"\"");
    let socket = [
        ("port", PORT.to_string()),
        ("unix_socket_directories", format!("\"{socket_folder}\"")),
    ];
    let fixed = COMMON
        .iter()
        .chain(own)
        .map(|(name, value)| (*name, (*value).to_owned()));
    for (name, value) in socket.into_iter().chain(fixed) {
        arguments.push("-c".to_owned());
        arguments.push(format!("{name}={value}"));
    }
    arguments
}
