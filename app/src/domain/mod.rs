//! Types and rules that the browser and the server both obey. Pure: no SQL, no sockets, no clock.

mod after_answer;
mod age;
mod answer_times;
mod approval_level;
mod audit_action;
mod audit_actor;
mod audit_event;
mod audit_part;
mod audit_subject;
mod autoassign;
mod autoassign_change;
mod bulk_action;
mod bulk_change;
mod campaign;
mod campaign_card;
mod campaign_changes;
mod campaign_list;
mod canned_response;
mod closed_hours;
mod contact_column;
mod contact_import;
#[cfg(feature = "ssr")]
mod contact_name;
mod conversation_status;
mod decimal;
mod delivery;
mod email_address;
mod escalated;
mod figures;
mod goodbye;
mod hand_out_obstacle;
mod holdings;
mod idle_clock;
mod idle_interval;
mod ids;
mod invite;
mod invite_state;
mod kept_days;
mod left_out;
mod mail_failure;
mod mail_recipients;
mod media;
mod message;
mod messaging_service_sid;
mod movable_reply;
mod next_steps;
mod opt_out;
mod opt_out_note;
mod opt_out_question;
mod organization_name;
mod own_release_preview;
mod page_state;
mod password_link;
mod password_rule;
mod pending_request;
mod person_name;
mod phone_number;
mod pool_kind;
mod release_order;
mod release_policy;
mod release_preview;
mod release_progress;
mod release_reason;
mod release_record;
mod release_state;
mod released_conversation;
mod request_decision;
mod request_offer;
mod request_outcome;
mod request_refusal;
#[cfg(feature = "ssr")]
mod requested_pool;
mod review_filter;
mod review_search;
mod role;
mod role_change;
mod script;
mod script_fields;
mod second_pass;
mod sender;
mod sender_check;
mod service_kind;
mod shown_thread;
mod straight_quotes;
mod tag;
mod text_rate;
mod time_of_day;
mod timeline;
mod topic;
mod unmatched_text;
mod unmessaged;
mod viewer;
mod visible_text;
mod witness;

pub use after_answer::{AfterAnswer, UnknownAfterAnswer};
pub use age::Age;
pub use answer_times::{AnswerTimes, AnswerWaits};
pub use approval_level::{ApprovalLevel, UnknownApprovalLevel};
pub use audit_action::{AuditAction, UnknownAction};
pub use audit_actor::AuditActor;
pub use audit_event::{AuditEvent, AuditFilter, AuditKey, AuditPage};
pub use audit_part::{AuditPart, UnknownPart};
pub use audit_subject::AuditSubject;
pub use autoassign::{
    AutoReleasePause, AutoReleaseState, AutoReleaseStatus, AutoassignMode, AutoassignWindow,
    LastAutoRelease,
};
pub use autoassign_change::{AutoassignChange, AutoassignVersions};
pub use bulk_action::{
    BulkAction, BulkChosen, BulkState, BulkSubject, NamedFilter, RecentBulkAction,
};
pub use bulk_change::{BulkChange, InvalidBulkChange};
pub use campaign::{
    CampaignCounts, CampaignRow, CampaignState, CampaignTitle, MAX_DESCRIPTION_CHARACTERS,
    MAX_TITLE_CHARACTERS, Requesters,
};
pub use campaign_card::CampaignCard;
pub use campaign_changes::{
    CampaignChange, CampaignChanges, ChosenCampaigns, LeftAlone, UnknownLeftAlone,
};
pub use campaign_list::{
    CampaignFilter, CampaignKey, CampaignQuery, CampaignSort, CampaignTab, SwitchFilter,
    TitleSearch, UnknownCampaignWord,
};
pub use canned_response::{
    CannedResponse, FilledResponse, MAX_CANNED_RESPONSES, MAX_RESPONSE_TITLE_CHARACTERS,
    with_chosen,
};
pub use closed_hours::ClosedHours;
pub use contact_column::{ContactColumn, UnknownColumn};
pub use contact_import::{ImportReport, ImportUndo, ReportedRow, ZoneCounts};
#[cfg(feature = "ssr")]
pub use contact_name::contact_name;
pub use conversation_status::{ConversationStatus, IllegalTransition, UnknownStatus};
pub use delivery::{Delivery, DeliveryFailure, FailureCode, FailureMeaning};
pub use email_address::is_email_address;
pub use escalated::{EscalatedConversation, EscalatedKey, MAX_ESCALATED};
pub use figures::{
    ActiveTexter, CampaignFigures, FailedTexts, OrganizationFigures, TextFigures, TexterFigures,
};
pub use goodbye::{Goodbye, GoodbyeRefusal};
pub use hand_out_obstacle::HandOutObstacle;
pub use holdings::Holdings;
pub use idle_clock::{COMPOSING_GRACE, IdleClock};
pub use idle_interval::{IdleInterval, IntervalUnit, InvalidInterval};
pub use ids::{
    AccountId, BulkActionId, CampaignId, CannedResponseId, ConversationId, CopyKey, CreateKey,
    ImportId, InvalidId, InviteId, MediaId, MemberId, MessageId, OrganizationId, PoolId, ReleaseId,
    RequestId, TagId, TeamId, UploadId,
};
pub use invite::{InvalidInvite, InviteDays, InviteToken, InviteUses, InvitedRole, NewInvite};
pub use invite_state::{InviteState, UnknownInviteState};
pub use kept_days::{InvalidKeptDays, KeptDays};
pub use left_out::{LeftOut, LeftOutReason, UnknownReason};
pub use mail_failure::{MailFailure, UnknownMailFailure};
pub use mail_recipients::{InvalidRecipients, MailRecipients};
pub use media::{MediaKind, MediaView};
pub use message::{
    ConversationView, Direction, DraftView, Holding, InboxEntry, ListedConversation, MessageMark,
    MessageView, NextConversation, ReplyCounts, Watch,
};
pub use messaging_service_sid::{InvalidMessagingServiceSid, MessagingServiceSid};
pub use movable_reply::{MovableReply, MoveTarget};
pub use next_steps::NextSteps;
pub use opt_out::{LiftedOptOut, OptOut, OptOutKey, OptOutOrigin, OptOutReport, UnknownOrigin};
pub use opt_out_note::{OptOutEvent, OptOutNote};
pub use opt_out_question::OptOutQuestion;
pub use organization_name::is_organization_name;
pub use own_release_preview::OwnReleasePreview;
pub use page_state::PageState;
pub use password_link::{PasswordLinkRefusal, may_make_password_link};
pub use password_rule::MIN_PASSWORD_CHARS;
#[cfg(feature = "ssr")]
pub use pending_request::requested_texts;
pub use pending_request::{Approval, PendingRequest};
pub use person_name::{InvalidName, PersonName};
pub use phone_number::{InvalidPhoneNumber, PhoneNumber};
pub use pool_kind::{PoolKind, UnknownPoolKind};
pub use release_order::{ReleaseKind, ReleaseOrder, ReleaseScope, UnknownKind};
pub use release_policy::ReleasePolicy;
pub use release_preview::{Diagnosis, IdleBucket, ReleasePreview};
pub use release_progress::ReleaseProgress;
pub use release_reason::ReleaseReason;
pub use release_record::{
    AnswerNotice, ReleaseDetail, ReleaseFilter, ReleaseNotice, ReleaseNotices, ReleaseRecord,
    ReleasedBy, UnknownReleaser,
};
pub use release_state::ReleaseState;
pub use released_conversation::{ReleasedContact, ReleasedConversation, ReleasedKey, ReleasedPage};
pub use request_decision::RequestDecision;
pub use request_offer::{MAX_COUNTED, PoolOffer, RequestOffer};
pub use request_outcome::{RequestCut, RequestOutcome};
pub use request_refusal::RequestRefusal;
#[cfg(feature = "ssr")]
pub use requested_pool::RequestedPool;
pub use review_filter::{InvalidReviewFilter, ReviewFilter, ReviewHolder};
pub use review_search::{ContactSought, WordsSought};
pub use role::{Role, UnknownRole};
pub use role_change::{RoleChange, RoleRefusal};
pub use script::{fill_in, named_fields, unknown_fields};
pub use script_fields::{
    MAX_GOODBYE_CHARACTERS, MAX_SCRIPT_CHARACTERS, SCRIPT_FIELDS, ScriptFields,
    marks_without_default,
};
pub use second_pass::{InvalidSecondPassDays, SecondPassDays, SecondPassPreview};
pub use sender::{InvalidSender, Sender};
pub use sender_check::SenderCheck;
pub use service_kind::{ServiceKind, UnknownService};
pub use shown_thread::ShownThread;
pub use straight_quotes::with_straight_quotes;
pub use tag::{Escalation, TagChoice, Tagging};
pub use text_rate::{InvalidTextRate, TextRate};
pub use time_of_day::TimeOfDay;
#[cfg(feature = "ssr")]
pub use time_of_day::time_in_words;
pub use timeline::{Period, Timeline, TimelinePoint};
pub use topic::{InvalidTopic, Topic};
pub use unmatched_text::{MovableText, MoveContact, UnmatchedId, UnmatchedText};
pub use unmessaged::{UnmessagedDeletion, UnmessagedPreview, confirms_title};
pub use viewer::{Origin, Viewer};
pub use visible_text::is_visible_text;
pub use witness::{Admin, Decider, NotAllowed, Owner, Texter};
