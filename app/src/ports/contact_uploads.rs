//! The port of uploads of contacts, between the file and its import.

use crate::domain::{Admin, CampaignId, ContactColumn, ImportId, PhoneNumber, UploadId};
use crate::error::AppError;
use async_trait::async_trait;

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadColumn {
    /// What it is called in the file; may be empty.
    pub heading: String,
    /// Some of what stands in it.
    pub examples: Vec<String>,
    /// What it means.
    pub column: ContactColumn,
}

/// A contact as it would be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewedContact {
    /// May be empty.
    pub first_name: String,
    /// May be empty.
    pub last_name: String,
    /// In E.164.
    pub cell: PhoneNumber,
    /// Its time zone; none: the campaign's.
    pub zone: Option<String>,
    /// What the organization's own database calls it, shortened.
    pub external_id: Option<String>,
    /// Its custom fields that are not blank, by name and text, shortened, in the order of the file.
    pub custom_fields: Vec<(String, String)>,
    /// What there is to look at.
    pub remarks: Vec<String>,
}

/// A row of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewedRow {
    /// The line on which it begins.
    pub line: u64,
    /// Its contact; or what stood there, and why it would not be taken.
    pub contact: Result<PreviewedContact, (String, String)>,
}

/// A file that was uploaded and whose contacts are not in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingUpload {
    /// Which one.
    pub id: UploadId,
    /// What it is called; may be empty.
    pub file_name: String,
    /// It is being imported; else it waits to be.
    pub importing: bool,
}

/// A file as it would be imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadPage {
    /// What it is called; may be empty.
    pub file_name: String,
    /// Its columns, in their order.
    pub columns: Vec<UploadColumn>,
    /// Its first rows; none while the columns are in doubt.
    pub rows: Vec<PreviewedRow>,
    /// What is wrong with the columns, and what to choose.
    pub problem: Option<String>,
    /// Of which names it has no column, in a sentence.
    pub note: Option<&'static str>,
    /// Why the last attempt to import it failed.
    pub failure: Option<String>,
    /// Whether it can take the place of the contacts that are there: there are some, and none was texted.
    pub may_replace: bool,
}

/// Where an upload is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UploadProgress {
    /// It waits for somebody to say what its columns mean.
    Waiting,
    /// It is being imported.
    Importing {
        /// How many of its rows are read.
        rows: u32,
        /// How much of it is read, in percent; none once all is read and the contacts are being added.
        percent: Option<u8>,
    },
    /// Its contacts are in.
    Imported(ImportId),
}

/// Uploads to campaigns of the viewer's organization. Admins only.
#[async_trait]
pub trait ContactUploads: Send + Sync {
    /// A file, with the meaning that somebody chose for each column, or that their headings suggest.
    ///
    /// # Errors
    /// No such upload on this campaign, or it waits no longer; the database.
    async fn upload(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        upload: UploadId,
        columns: Option<Vec<ContactColumn>>,
    ) -> Result<UploadPage, AppError>;

    /// The files for a campaign that are being imported, whoever uploaded them, and the viewer's own that waits to be.
    ///
    /// # Errors
    /// The database.
    async fn pending_uploads(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
    ) -> Result<Vec<PendingUpload>, AppError>;

    /// Imports a file. It goes on when nobody waits for it; says after two seconds at the latest how far it is. With
    /// `replace` its contacts take the place of those that are there.
    ///
    /// # Errors
    /// No such upload on this campaign; columns that it cannot be imported by; the database.
    async fn import_upload(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        upload: UploadId,
        columns: Vec<ContactColumn>,
        replace: bool,
    ) -> Result<UploadProgress, AppError>;

    /// How far an upload is.
    ///
    /// # Errors
    /// No such upload on this campaign; the database.
    async fn upload_progress(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        upload: UploadId,
    ) -> Result<UploadProgress, AppError>;

    /// Deletes a file that waits.
    ///
    /// # Errors
    /// No such upload on this campaign, or it is being imported; the database.
    async fn discard_upload(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        upload: UploadId,
    ) -> Result<(), AppError>;
}
