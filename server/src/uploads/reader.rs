//! A kept file as a stream of bytes.

use app::domain::{OrganizationId, UploadId};
use axum::body::Bytes;
use futures::stream;
use server_store::{Store, contact_uploads};
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::io::AsyncRead;
use tokio_util::io::StreamReader;

/// Reads a kept file, one part after the other, and counts the bytes of each once the next is asked for: all of them are
/// counted when all are read, and not before.
pub(super) fn read(
    store: &Store,
    organization: OrganizationId,
    upload: UploadId,
    bytes_read: Arc<AtomicU64>,
) -> Pin<Box<dyn AsyncRead + Send>> {
    let start = (store.clone(), 0, 0);
    let parts = stream::try_unfold(start, move |(store, number, before)| {
        let bytes_read = bytes_read.clone();
        async move {
            bytes_read.fetch_add(before, Ordering::Relaxed);
            let part = contact_uploads::part(&store, organization, upload, number).await;
            let part = part.map_err(io::Error::other)?;
            Ok::<_, io::Error>(part.map(|part| {
                let size = part.len() as u64;
                (Bytes::from(part), (store, number + 1, size))
            }))
        }
    });
    Box::pin(StreamReader::new(Box::pin(parts)))
}
