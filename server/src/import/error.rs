//! Why a file was not imported.

use super::header::HeaderError;
use app::error::AppError;
use server_store::StoreError;
use std::io;

/// Why a file was not imported. Nothing was written then.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There is no such campaign in the organization.
    #[error("There is no such campaign in this organization.")]
    NoSuchCampaign,
    /// The campaign was put away.
    #[error("This campaign is archived. Unarchive it before adding contacts to it.")]
    Archived,
    /// The first line of the file.
    #[error(transparent)]
    Header(#[from] HeaderError),
    /// The file, or the connection that it came by, broke off.
    #[error("The file could not be read to its end: {0}. Nothing was imported.")]
    Read(#[source] io::Error),
    /// The database.
    #[error("Nothing was imported: {0}.")]
    Store(#[from] StoreError),
}

impl From<ImportError> for AppError {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::NoSuchCampaign => AppError::NotFound,
            ImportError::Store(error) => error.into(),
            ImportError::Archived | ImportError::Header(_) | ImportError::Read(_) => {
                AppError::Invalid(error.to_string())
            }
        }
    }
}
