//! The port of a campaign's contacts: their list, their correction and removal, and the imports they came by.

use crate::domain::{
    Admin, CampaignId, ConversationId, ConversationStatus, ImportId, ImportUndo, InvalidId,
    MemberId, PhoneNumber,
};
use crate::error::AppError;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use std::fmt;
use std::str::FromStr;

/// A contact in the list of a campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactRow {
    /// Which one: the number of its conversation.
    pub id: ConversationId,
    /// May be empty.
    pub first_name: String,
    /// May be empty.
    pub last_name: String,
    /// The number that is texted.
    pub cell: PhoneNumber,
    /// What the organization's own database calls it.
    pub external_id: Option<String>,
    /// Its own time zone; none: the campaign's.
    pub zone: Option<String>,
    /// How far the conversation is; closed for who has opted out and wrote again.
    pub status: ConversationStatus,
    /// Nobody may text it.
    pub opted_out: bool,
}

/// The key after which a page of contacts begins: one, and by what it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContactKey {
    /// By what: those found by one thing come after those found by another.
    pub found_by: u8,
    /// The last one of the page before.
    pub id: ConversationId,
    /// A digest of the text by which it stood where it did: if that has changed, so has its place.
    pub digest: u32,
}

impl fmt::Display for ContactKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{:08x}", self.found_by, self.id, self.digest)
    }
}

impl FromStr for ContactKey {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let (found_by, rest) = text.split_once('-').ok_or(InvalidId)?;
        let (id, digest) = rest.split_once('-').ok_or(InvalidId)?;
        Ok(Self {
            found_by: found_by.parse()?,
            id: id.parse()?,
            digest: u32::from_str_radix(digest, 16)?,
        })
    }
}

/// A page of contacts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactsPage {
    /// By last name; with a search those first whose external id is meant, then by name, then by cell, then by a further word
    /// of the name.
    pub rows: Vec<ContactRow>,
    /// After which the next page begins, if there is one.
    pub next: Option<ContactKey>,
    /// It was to begin behind a contact that was changed or removed since, and begins anew.
    pub begins_anew: bool,
}

/// All of a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactDetails {
    /// What the list shows.
    pub row: ContactRow,
    /// Custom fields by name.
    pub custom_fields: Vec<(String, String)>,
    /// Something was sent to it, or it wrote: its cell stays, and it cannot be removed.
    pub has_messages: bool,
    /// Who holds the conversation.
    pub holder: Option<(MemberId, String)>,
    /// What a correction has to name, so that it overwrites nobody's.
    pub version: String,
}

/// What somebody typed to correct a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactCorrection {
    /// The first name.
    pub first_name: String,
    /// The last name.
    pub last_name: String,
    /// The cell; none where it cannot be changed any more.
    pub cell: Option<String>,
    /// The external id; empty for none.
    pub external_id: String,
    /// The time zone; empty for the campaign's.
    pub zone: String,
    /// Custom fields by name.
    pub custom_fields: Vec<(String, String)>,
}

/// An import of contacts to a campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRow {
    /// Which one.
    pub id: ImportId,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom; none: at the command line.
    pub actor: Option<(MemberId, String)>,
    /// What the file was called; may be empty.
    pub file_name: String,
    /// Contacts that came in.
    pub added: u32,
    /// Rows that did not.
    pub not_added: u32,
    /// How many contacts were taken out again, if it was undone.
    pub undone: Option<u32>,
}

/// What undoing an import would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoableImport {
    /// The import.
    pub import: ImportRow,
    /// Contacts that nobody has texted yet, which would be removed.
    pub removable: u32,
    /// Contacts that were texted or wrote, which stay.
    pub texted: u32,
}

/// Contacts of campaigns of the viewer's organization. Admins only.
#[async_trait]
pub trait Contacts: Send + Sync {
    /// The contacts of a campaign whose name or external id begins with the search, or whose cell ends with it; all of
    /// them if it is empty.
    ///
    /// # Errors
    /// The database.
    async fn contacts(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        search: &str,
        after: Option<ContactKey>,
    ) -> Result<ContactsPage, AppError>;

    /// All of one.
    ///
    /// # Errors
    /// No such contact on this campaign; the database.
    async fn contact(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        contact: ConversationId,
    ) -> Result<ContactDetails, AppError>;

    /// Corrects one.
    ///
    /// # Errors
    /// No such contact on this campaign; a field that an import would refuse, or a cell that was texted or is another
    /// contact's; saved by somebody else since `version`; the database.
    async fn correct_contact(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        contact: ConversationId,
        version: &str,
        correction: &ContactCorrection,
    ) -> Result<(), AppError>;

    /// Removes one. Who holds it loses it.
    ///
    /// # Errors
    /// No such contact on this campaign; something was sent to it, or it wrote; the database.
    async fn remove_contact(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        contact: ConversationId,
    ) -> Result<(), AppError>;

    /// The latest imports to a campaign, before one of them.
    ///
    /// # Errors
    /// The database.
    async fn imports(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        before: Option<ImportId>,
    ) -> Result<(Vec<ImportRow>, Option<ImportId>), AppError>;

    /// What undoing an import would do.
    ///
    /// # Errors
    /// No such import on this campaign; the database.
    async fn undoable_import(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        import: ImportId,
    ) -> Result<UndoableImport, AppError>;

    /// Undoes an import: removes those of its contacts that nobody has texted. It goes on when nobody waits for it.
    ///
    /// # Errors
    /// No such import on this campaign; the database.
    async fn undo_import(
        &self,
        viewer: &Admin,
        campaign: CampaignId,
        import: ImportId,
    ) -> Result<ImportUndo, AppError>;
}

#[cfg(test)]
mod tests {
    use super::ContactKey;

    #[test]
    fn a_key_reads_back_what_it_writes() {
        let key: ContactKey = "2-7-00c0ffee".parse().unwrap();
        assert_eq!(key.to_string(), "2-7-00c0ffee");
        for bad in [
            "",
            "7",
            "2-7",
            "-7-1",
            "x-7-1",
            "2-0-1",
            "300-1-1",
            "2-7-100000000",
            "2-7-x",
        ] {
            assert!(bad.parse::<ContactKey>().is_err(), "{bad}");
        }
    }
}
