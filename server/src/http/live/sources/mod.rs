//! The sources, one for each topic.

mod campaigns;
mod conversation;
mod figures;
mod pending_requests;
mod releases;
mod texter;

pub(super) use campaigns::CampaignCounts;
pub(super) use conversation::OpenedConversation;
pub(super) use figures::PageFigures;
pub(super) use pending_requests::PendingRequests;
pub(super) use releases::RunningReleases;
pub(super) use texter::TexterHome;
