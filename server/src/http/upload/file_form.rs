//! The form by which a file comes: read while it arrives, and never in memory as a whole.

use super::refusal::Refusal;
use crate::import::{HeaderError, ImportError};
use app::error::AppError;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{FromRequest, Request};
use futures::TryStreamExt;
use futures::future::BoxFuture;
use http::StatusCode;
use http::header::CONTENT_LENGTH;
use sentences::page;
use std::io;
use tokio::io::AsyncRead;
use tokio_util::io::StreamReader;

/// The maximum size of an upload in bytes, enough for over half a million contacts.
pub const MAX_UPLOAD_BYTES: usize = 64 * 1024 * 1024;

/// The name of the file's field in the form.
pub(super) const FIELD: &str = "file";

/// The file as it arrives.
pub(super) type Body<'a> = Box<dyn AsyncRead + Send + Unpin + 'a>;

/// With a Content-Length it is refused unread, without one when it becomes too long.
pub(super) fn refuse_if_too_large(request: &Request) -> Result<(), Refusal> {
    let length = request.headers().get(CONTENT_LENGTH);
    let length: Option<u64> = length.and_then(|length| length.to_str().ok()?.parse().ok());
    match length {
        Some(length) if length > MAX_UPLOAD_BYTES as u64 => Err(too_large()),
        _ => Ok(()),
    }
}

/// Whether a file has no name: a browser sends an empty one without a name where none was chosen.
pub(super) fn is_without_name(field: &Field<'_>) -> bool {
    field.file_name().is_none_or(str::is_empty)
}

/// Imports the file of a form. A header line that is not valid is no refusal: it is reported like a row.
pub(super) async fn read_file<T>(
    request: Request,
    import: impl for<'a> FnOnce(Body<'a>) -> BoxFuture<'a, Result<T, ImportError>>,
) -> Result<Result<T, HeaderError>, Refusal> {
    let mut form = Multipart::from_request(request, &())
        .await
        .map_err(|error| Refusal::new(error.status(), page::is_no_upload().into()))?;
    while let Some(mut field) = form.next_field().await.map_err(broken)? {
        if field.name() != Some(FIELD) {
            continue;
        }
        let is_without_name = is_without_name(&field);
        let body = StreamReader::new((&mut field).map_err(io::Error::other));
        return match import(Box::new(body)).await {
            Ok(report) => Ok(Ok(report)),
            Err(ImportError::Header(HeaderError::NoOptOuts)) if is_without_name => {
                Err(Refusal::without_file())
            }
            Err(ImportError::Header(error)) => {
                read_out(field).await?;
                Ok(Err(error))
            }
            Err(error) => Err(error.into()),
        };
    }
    Err(Refusal::without_file())
}

/// Reads the rest of the file: a browser that gets a response before it has sent everything shows an error of its own.
async fn read_out(mut field: Field<'_>) -> Result<(), Refusal> {
    while field.chunk().await.map_err(broken)?.is_some() {}
    Ok(())
}

fn too_large() -> Refusal {
    let most = MAX_UPLOAD_BYTES / 1024 / 1024;
    Refusal::new(
        StatusCode::PAYLOAD_TOO_LARGE,
        page::file_is_too_large(&most.to_string()),
    )
}

pub(super) fn broken(error: MultipartError) -> Refusal {
    ImportError::Read(io::Error::other(error)).into()
}

impl From<ImportError> for Refusal {
    fn from(error: ImportError) -> Self {
        let status = match &error {
            ImportError::Archived
            | ImportError::UploadGone
            | ImportError::Launched
            | ImportError::TextedAlready => StatusCode::CONFLICT,
            ImportError::Header(_) | ImportError::NobodyToReplaceBy => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            ImportError::Read(source) => multipart_status(source),
            ImportError::NoSuchCampaign | ImportError::Store(_) => {
                return AppError::from(error).into();
            }
        };
        match status {
            StatusCode::PAYLOAD_TOO_LARGE => too_large(),
            status => Self::new(status, error.to_string()),
        }
    }
}

/// What the form's reader says of an error that went through the importer; a broken connection if it
/// was none of its.
fn multipart_status(error: &io::Error) -> StatusCode {
    let inner = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<MultipartError>());
    // What it calls an error of the server is a connection that broke.
    inner
        .map(MultipartError::status)
        .filter(StatusCode::is_client_error)
        .unwrap_or(StatusCode::BAD_REQUEST)
}
