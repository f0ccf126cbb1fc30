//! The addition of staged contacts to a campaign: what is asked for, and what came of it.

use crate::contact_uploads::Claim;
use app::domain::{CampaignId, ImportId, ImportReport};

/// Where staged contacts are to go.
#[derive(Debug, Clone)]
pub struct Addition {
    /// To which campaign.
    pub campaign: CampaignId,
    /// What the file is called; may be empty.
    pub file_name: String,
    /// The kept file that they come from, which is deleted with them being added.
    pub claim: Option<Claim>,
    /// Whether they take the place of those that are there.
    pub replace: bool,
}

/// What came of adding staged contacts.
#[derive(Debug)]
pub enum AddOutcome {
    /// They are in, under this import.
    Added(ImportId, ImportReport),
    /// The campaign cannot be added to any more.
    Archived,
    /// The kept file is gone, or another attempt imports it.
    UploadGone,
    /// They were to take the place of those that are there, and the campaign was launched.
    Launched,
    /// They were to take the place of those that are there, and nobody is staged.
    NobodyToReplaceBy,
    /// Contacts that they were to take the place of have been texted.
    TextedAlready,
}
