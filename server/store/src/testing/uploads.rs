//! Uploaded files of contacts.

use super::World;
use crate::contact_uploads::{PART_BYTES, append, begin, complete};
use app::domain::{CampaignId, UploadId};

impl World {
    /// A file of the admin's that has arrived and waits to be imported.
    pub async fn upload(&self, campaign: CampaignId, file: impl AsRef<[u8]>) -> UploadId {
        let file = file.as_ref();
        let upload = begin(&self.store, &self.admin, campaign, "contacts.csv")
            .await
            .unwrap();
        for (number, part) in (0..).zip(file.chunks(PART_BYTES)) {
            append(&self.store, self.organization, upload, number, part)
                .await
                .unwrap();
        }
        complete(&self.store, self.organization, upload, file.len() as i64)
            .await
            .unwrap();
        upload
    }
}
