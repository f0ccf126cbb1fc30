//! The `DATABASE_URL` of the private cluster.

use std::fmt::Write;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// The superuser of the cluster. Tests create databases, so it has to be one.
pub(super) const USER: &str = "baton";
/// The name of Baton's database.
pub(super) const DATABASE: &str = "baton";

/// The URL of a database, for sqlx, `psql` and every program on libpq.
///
/// The socket's folder is in the query: as the host, libpq wants its slashes encoded and other readers do not. The port
/// is there so that `PGPORT` does not apply.
pub(super) fn connection_url(socket_folder: &Path, port: u16, database: &str) -> String {
    let folder = encode(socket_folder.as_os_str().as_bytes());
    format!("postgres:///{database}?host={folder}&port={port}&user={USER}&sslmode=disable")
}

/// Percent-encodes all bytes that some reader of URLs treats specially; one reads `+` as a space.
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
