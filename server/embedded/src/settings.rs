//! The server's settings. They are arguments of its command line, so that a new version of Baton changes them for an
//! existing cluster too.

use std::path::Path;

/// The port in the socket's name. The server opens no network port.
pub(super) const PORT: u16 = 5432;

/// The durability of committed data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Durability {
    /// It survives a power failure.
    Durable,
    /// It is removed at the end, and nothing waits for the disk.
    Temporary,
}

const COMMON: [(&str, &str); 15] = [
    ("listen_addresses", ""),
    ("unix_socket_permissions", "0700"),
    ("shared_buffers", "256MB"),
    ("effective_cache_size", "1GB"),
    ("work_mem", "16MB"),
    ("maintenance_work_mem", "128MB"),
    // Baton's queries are short, and compiling one costs more than it saves.
    ("jit", "off"),
    // The value for solid-state disks.
    ("random_page_cost", "1.1"),
    // A private cluster is not replicated, and COPY into a new table then skips the WAL.
    ("wal_level", "minimal"),
    ("max_wal_senders", "0"),
    // The first change of a page after a checkpoint logs the whole page, which halves a release's speed. So checkpoints
    // are rare.
    ("checkpoint_timeout", "15min"),
    ("max_wal_size", "2GB"),
    ("timezone", "UTC"),
    ("log_timezone", "UTC"),
    ("log_checkpoints", "off"),
];

const DURABLE: [(&str, &str); 2] = [
    ("max_connections", "100"),
    // Where whole pages are logged, they are compressed.
    ("wal_compression", "on"),
];

const TEMPORARY: [(&str, &str); 4] = [
    // Tests run side by side, each with a pool of its own.
    ("max_connections", "200"),
    ("fsync", "off"),
    ("synchronous_commit", "off"),
    // Nor are pages compressed: a new database is logged in full, which took five times as long.
    ("full_page_writes", "off"),
];

/// The server's arguments: data folder, socket and settings.
pub(super) fn arguments(data: &Path, socket_folder: &Path, durability: Durability) -> Vec<String> {
    let specific: &[(&str, &str)] = match durability {
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
        .chain(specific)
        .map(|(name, value)| (*name, (*value).to_owned()));
    for (name, value) in socket.into_iter().chain(fixed) {
        arguments.push("-c".to_owned());
        arguments.push(format!("{name}={value}"));
    }
    arguments
}
