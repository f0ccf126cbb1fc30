//! The `DATABASE_URL` of the private cluster.

use std::fmt::Write;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// The superuser of the cluster. Tests create databases, so it has to be one.
pub(super) const USER: &str = "baton";
/// The database that Baton works in.
pub(super) const DATABASE: &str = "baton";

/// A URL that sqlx, `psql` and everything on libpq take.
///
/// The socket's folder stands in the query: in the place of the host, libpq wants the slashes encoded and
/// others do not. The port stands there because otherwise `PGPORT` would decide.
pub(super) fn connection_url(socket_folder: &Path, port: u16, database: &str) -> String {
    let folder = encode(socket_folder.as_os_str().as_bytes());
    format!("postgres:///{database}?host={folder}&port={port}&user={USER}&sslmode=disable")
}

/// Percent-encodes everything but what is safe for all readers (one of them reads `+` as a space).
fn encode(bytes: &[u8]) -> String {
    let mut encoded = String::with_capacity(bytes.len());
    for &byte in bytes {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(byte.into())
            }
            // Writing to a string cannot fail.
            _ => _ = write!(encoded, "%{byte:02X}"),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use sqlx::postgres::PgConnectOptions;

    use super::*;

    #[test]
    fn sqlx_reads_back_the_folder_the_user_and_the_database() {
        let folder = Path::new("/tmp/a folder+100%/bäton, & co");
        let options: PgConnectOptions = connection_url(folder, PORT_FOR_TEST, DATABASE)
            .parse()
            .unwrap();
        assert_eq!(
            options.get_socket().map(std::path::PathBuf::as_path),
            Some(folder)
        );
        assert_eq!(options.get_port(), PORT_FOR_TEST);
        assert_eq!(options.get_username(), USER);
        assert_eq!(options.get_database(), Some(DATABASE));
    }

    const PORT_FOR_TEST: u16 = 6789;
}
