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

/// Reads a kept file, one part after the other, and counts the bytes.
pub(super) fn read(
    store: &Store,
    organization: OrganizationId,
    upload: UploadId,
    bytes_read: Arc<AtomicU64>,
) -> Pin<Box<dyn AsyncRead + Send>> {
    let parts = stream::try_unfold((store.clone(), 0), move |(store, number)| {
        let bytes_read = bytes_read.clone();
        async move {
            let part = contact_uploads::part(&store, organization, upload, number).await;
            let part = part.map_err(io::Error::other)?;
            Ok::<_, io::Error>(part.map(|part| {
                bytes_read.fetch_add(part.len() as u64, Ordering::Relaxed);
                (Bytes::from(part), (store, number + 1))
            }))
        }
    });
    Box::pin(StreamReader::new(Box::pin(parts)))
}
