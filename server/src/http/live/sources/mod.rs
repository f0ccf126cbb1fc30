//! The sources, one for each topic, and two for the figures of the head: what texters are sent is not what those are who
//! decide.

mod campaigns;
mod conversation;
mod escalated;
mod figures;
mod pending_requests;
mod releases;
mod texter;

pub(super) use campaigns::CampaignCounts;
pub(super) use conversation::OpenedConversation;
pub(super) use escalated::EscalatedFigure;
pub(super) use figures::PageFigures;
pub(super) use pending_requests::PendingRequests;
pub(super) use releases::RunningReleases;
pub(super) use texter::TexterHome;
