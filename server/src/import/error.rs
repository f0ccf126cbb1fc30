//! The errors of an import as a whole. Those of single rows are in `reason`.

use super::header_error::HeaderError;
use app::error::AppError;
use sentences::page;
use server_store::StoreError;
use std::io;

/// The reason why a file was not imported. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There is no such campaign in the organization.
    #[error("There is no such campaign in this organization.")]
    NoSuchCampaign,
    /// The campaign is archived.
    #[error("{}", page::archived_takes_no_contacts())]
    Archived,
    /// The file was imported or discarded meanwhile.
    #[error("{}", page::upload_is_gone())]
    UploadGone,
    /// The list of a campaign that was launched was to be replaced.
    #[error("{}", page::list_was_launched())]
    Launched,
    /// A list was to be replaced by a file of which nobody can be added.
    #[error("{}", page::nobody_to_replace_by())]
    NobodyToReplaceBy,
    /// Contacts that were to be replaced have been texted.
    #[error("{}", page::list_was_texted())]
    TextedAlready,
    /// The header line is invalid.
    #[error(transparent)]
    Header(#[from] HeaderError),
    /// The file, or the connection that it came by, ended too early.
    #[error("{}", page::file_ended_too_early(&.0.to_string()))]
    Read(#[source] io::Error),
    /// A statement failed.
    #[error("Nothing was imported: {0}.")]
    Store(#[from] StoreError),
}

impl From<ImportError> for AppError {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::NoSuchCampaign => AppError::NotFound,
            ImportError::Store(error) => error.into(),
            ImportError::Archived
            | ImportError::UploadGone
            | ImportError::Launched
            | ImportError::NobodyToReplaceBy
            | ImportError::TextedAlready
            | ImportError::Header(_)
            | ImportError::Read(_) => AppError::Invalid(error.to_string()),
        }
    }
}
