//! What can happen, and how often it is drawn.

use super::model::{Report, ServiceAnswer};
use app::domain::{AfterAnswer, FailureCode};
use proptest::prelude::*;

/// Conversations, persons and campaigns are named by their place, texters too: 0 is Ann, 1 is Ben. Who writes and who is
/// opted out by number are persons: each of the first conversations is one's, and some are on no campaign at first.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
    Inbound(usize),
    Stop(usize),
    /// They ask to be texted again.
    Start(usize),
    Claim {
        texter: usize,
        wanted: u32,
    },
    Send {
        texter: usize,
        conversation: usize,
    },
    /// A reviewer answers.
    Answer {
        conversation: usize,
        after: AfterAnswer,
    },
    /// A reviewer gives it to a texter, by a bulk action.
    Reassign {
        conversation: usize,
        texter: usize,
    },
    /// A reviewer takes it from its texter, by a bulk action.
    Unassign {
        conversation: usize,
    },
    /// A reviewer closes it, by a bulk action.
    CloseInBulk {
        conversation: usize,
    },
    /// All that is due goes to the message service, which answers all of it alike.
    Deliver(ServiceAnswer),
    /// The service reports of a text, by its place among those that go out; it may not have been sent yet.
    Report {
        text: usize,
        report: Report,
    },
    ApplyEarlyReports,
    Draft {
        texter: usize,
        conversation: usize,
    },
    Close {
        texter: usize,
        conversation: usize,
    },
    Reopen {
        texter: usize,
        conversation: usize,
    },
    ReleaseEverywhere {
        minutes: u32,
    },
    ReleaseCampaign {
        campaign: usize,
        minutes: u32,
    },
    ReleaseUnsent {
        campaign: usize,
        minutes: u32,
    },
    ReleaseMine {
        texter: usize,
    },
    ReleaseAutomatically {
        campaign: usize,
    },
    SecondPass {
        campaign: usize,
        days: i32,
    },
    UndoLast,
    /// Archives it, or unarchives it.
    TurnArchived {
        campaign: usize,
    },
    /// Pauses it, or resumes it.
    TurnPaused {
        campaign: usize,
    },
    Copy {
        campaign: usize,
    },
    TurnEscalated {
        conversation: usize,
    },
    OptOut {
        texter: usize,
        conversation: usize,
        with_goodbye: bool,
    },
    /// Uploads one contact to a campaign.
    Import {
        campaign: usize,
        person: usize,
    },
    /// Undoes the last upload.
    UndoImport,
    DeleteUnmessaged {
        campaign: usize,
    },
    ImportOptOut {
        person: usize,
    },
    LiftOptOut {
        person: usize,
    },
    Policy {
        campaign: usize,
        auto_assign: bool,
        minutes: Option<u32>,
    },
    Clock {
        seconds: i64,
    },
}

/// Conversations that a sequence begins with.
pub(super) const CONVERSATIONS: usize = 6;
/// Persons of a sequence; a conversation that is named behind the first ones came by an import.
pub(super) const PERSONS: usize = CONVERSATIONS + 2;
/// Campaigns of a sequence; conversations are on them in turn.
pub(super) const CAMPAIGNS: usize = 2;

/// Texts of which the service reports: most sequences write about so many.
const TEXTS: usize = 5;
/// The answers of the service, as often as they are drawn.
const ANSWERS: [ServiceAnswer; 7] = [
    ServiceAnswer::Taken,
    ServiceAnswer::Taken,
    ServiceAnswer::Taken,
    ServiceAnswer::Later,
    ServiceAnswer::Lost,
    ServiceAnswer::Refused(UNREACHABLE),
    ServiceAnswer::Refused(FailureCode::OPTED_OUT),
];
/// The same of its reports.
const REPORTS: [Report; 6] = [
    Report::Sent,
    Report::Delivered,
    Report::Delivered,
    Report::Failed(None),
    Report::Failed(Some(UNREACHABLE.0)),
    Report::Failed(Some(FailureCode::OPTED_OUT.0)),
];
/// The phone is switched off.
const UNREACHABLE: FailureCode = FailureCode(30003);

/// One step; what moves most is drawn most.
pub(super) fn step() -> impl Strategy<Value = Step> {
    let conversation = 0..PERSONS;
    let person = 0..PERSONS;
    let campaign = 0..CAMPAIGNS;
    let texter = 0usize..2;
    let minutes = || proptest::sample::select(vec![5u32, 15, 30, 60]);
    prop_oneof![
        4 => person.clone().prop_map(Step::Inbound),
        1 => person.clone().prop_map(Step::Stop),
        1 => person.clone().prop_map(Step::Start),
        5 => (texter.clone(), 1u32..4).prop_map(|(texter, wanted)| Step::Claim { texter, wanted }),
        4 => (texter.clone(), conversation.clone())
            .prop_map(|(texter, conversation)| Step::Send { texter, conversation }),
        2 => (conversation.clone(), proptest::sample::select(vec![AfterAnswer::Mine, AfterAnswer::Pool]))
            .prop_map(|(conversation, after)| Step::Answer { conversation, after }),
        3 => (texter.clone(), conversation.clone())
            .prop_map(|(texter, conversation)| Step::Reassign { conversation, texter }),
        2 => conversation.clone().prop_map(|conversation| Step::Unassign { conversation }),
        2 => conversation.clone().prop_map(|conversation| Step::CloseInBulk { conversation }),
        4 => proptest::sample::select(ANSWERS.to_vec()).prop_map(Step::Deliver),
        3 => (0..TEXTS, proptest::sample::select(REPORTS.to_vec()))
            .prop_map(|(text, report)| Step::Report { text, report }),
        1 => Just(Step::ApplyEarlyReports),
        3 => (texter.clone(), conversation.clone())
            .prop_map(|(texter, conversation)| Step::Draft { texter, conversation }),
        3 => (texter.clone(), conversation.clone())
            .prop_map(|(texter, conversation)| Step::Close { texter, conversation }),
        2 => (texter.clone(), conversation.clone())
            .prop_map(|(texter, conversation)| Step::Reopen { texter, conversation }),
        3 => minutes().prop_map(|minutes| Step::ReleaseEverywhere { minutes }),
        2 => (campaign.clone(), minutes())
            .prop_map(|(campaign, minutes)| Step::ReleaseCampaign { campaign, minutes }),
        2 => (campaign.clone(), minutes())
            .prop_map(|(campaign, minutes)| Step::ReleaseUnsent { campaign, minutes }),
        2 => texter.clone().prop_map(|texter| Step::ReleaseMine { texter }),
        4 => campaign.clone().prop_map(|campaign| Step::ReleaseAutomatically { campaign }),
        3 => (campaign.clone(), proptest::sample::select(vec![0, 0, 0, 1]))
            .prop_map(|(campaign, days)| Step::SecondPass { campaign, days }),
        4 => Just(Step::UndoLast),
        1 => campaign.clone().prop_map(|campaign| Step::TurnArchived { campaign }),
        2 => campaign.clone().prop_map(|campaign| Step::TurnPaused { campaign }),
        1 => campaign.clone().prop_map(|campaign| Step::Copy { campaign }),
        1 => conversation.clone().prop_map(|conversation| Step::TurnEscalated { conversation }),
        1 => (texter, conversation, proptest::bool::weighted(0.7))
            .prop_map(|(texter, conversation, with_goodbye)| Step::OptOut { texter, conversation, with_goodbye }),
        3 => (campaign.clone(), person.clone())
            .prop_map(|(campaign, person)| Step::Import { campaign, person }),
        1 => Just(Step::UndoImport),
        2 => campaign.clone().prop_map(|campaign| Step::DeleteUnmessaged { campaign }),
        1 => person.clone().prop_map(|person| Step::ImportOptOut { person }),
        2 => person.prop_map(|person| Step::LiftOptOut { person }),
        2 => (campaign, proptest::bool::weighted(0.8), proptest::option::of(minutes()))
            .prop_map(|(campaign, auto_assign, minutes)| Step::Policy { campaign, auto_assign, minutes }),
        // The ends of the intervals, of the grace for composing and of the time for an undo.
        8 => proptest::sample::select(vec![1, 119, 120, 299, 300, 600, 899, 900, 1800, 3600, 7200])
            .prop_map(|seconds| Step::Clock { seconds }),
    ]
}
