//! The list of the composed statements.

use crate::releases::target::Target;
use crate::{
    assignment_control, campaign_setup, campaigns, conversations, releases, requests, teams,
};
use app::domain::{CampaignId, IdleInterval, MemberId, PoolKind, ReleaseKind, ReleasePolicy};

/// Each of them by the file, the constant and the mode.
pub(super) fn statements() -> Vec<(String, &'static str)> {
    let mut statements: Vec<(String, &'static str)> = Vec::new();
    let mut one =
        |name: &str, statement: &'static str| statements.push((name.to_owned(), statement));
    one("campaign_setup.launch.LOCK", campaign_setup::launch::LOCK);
    one(
        "campaign_setup.settings.SETTINGS",
        campaign_setup::settings::SETTINGS,
    );
    one(
        "campaigns.autoassign.WINDOWS",
        campaigns::autoassign::WINDOWS,
    );
    one("campaigns.counts.COUNTS", campaigns::counts::COUNTS);
    one("campaigns.next_due.NEXT_DUE", campaigns::next_due::NEXT_DUE);
    one("conversations.cards.CARDS", conversations::cards::CARDS);
    one("conversations.draft.MAY", conversations::draft::MAY);
    one("conversations.inbox.HELD", conversations::inbox::HELD);
    one("conversations.inbox.INBOX", conversations::inbox::INBOX);
    one("conversations.next.INITIAL", conversations::next::INITIAL);
    one("conversations.next.REPLY", conversations::next::REPLY);
    one("conversations.open.OPEN", conversations::open::OPEN);
    one("conversations.opt_out.CELL", conversations::opt_out::CELL);
    one("conversations.send.LOCKED", conversations::send::LOCKED);
    one("conversations.tag.LOCK", conversations::tag::LOCK);
    one("conversations.tag.SETTLE", conversations::tag::SETTLE);
    one("conversations.tags.TAGS", conversations::tags::TAGS);
    one("conversations.watch.WATCH", conversations::watch::WATCH);
    one(
        "releases.automatic.SWITCHED_ON",
        releases::automatic::SWITCHED_ON,
    );
    one("releases.history.EACH", releases::history::EACH);
    one("releases.history.GROUPED", releases::history::GROUPED);
    one("releases.history.ONE", releases::history::ONE);
    one("releases.progress.PROGRESS", releases::progress::PROGRESS);
    one("releases.progress.RUNNING", releases::progress::RUNNING);
    one("releases.undo.INSERT", releases::undo::INSERT);
    one("requests.by_wait.CLAIM", requests::by_wait::STATEMENT);
    one(
        "requests.eligibility.ELIGIBILITY",
        requests::eligibility::ELIGIBILITY,
    );
    one("requests.hand_out.FILL", requests::hand_out::FILL);
    one("requests.pending.PENDING", requests::pending::PENDING);
    one("teams.entries.CAMPAIGNS", teams::entries::CAMPAIGNS);
    one("teams.entries.MEMBERS", teams::entries::MEMBERS);
    one("teams.entries.TAGS", teams::entries::TAGS);
    let mut by_kind = |name: &str, replies: &'static str, initials: &'static str| {
        statements.push((format!("{name}.replies"), replies));
        statements.push((format!("{name}.initials"), initials));
    };
    let [replies, initials] = assignment_control::waiting::ESCALATED;
    by_kind("assignment_control.waiting.ESCALATED", replies, initials);
    by_kind(
        "requests.by_segment.CLAIM",
        requests::by_segment::statement(PoolKind::Replies),
        requests::by_segment::statement(PoolKind::Initials),
    );
    let [replies, initials] = requests::escalated::ESCALATED;
    by_kind("requests.escalated.ESCALATED", replies, initials);
    by_kind(
        "requests.pool_counts.POOL_COUNTS",
        requests::pool_counts::REPLIES,
        requests::pool_counts::INITIALS,
    );
    let policy = ReleasePolicy::default();
    let modes = [
        ("everywhere", Target::Everywhere(policy)),
        (
            "campaign",
            Target::Campaign(CampaignId(1), ReleaseKind::Replies, policy),
        ),
        (
            "unsent",
            Target::Campaign(CampaignId(1), ReleaseKind::Unsent, policy),
        ),
        (
            "automatic",
            Target::Automatic(CampaignId(1), IdleInterval::ONE_HOUR),
        ),
        ("own", Target::Own(MemberId(1))),
    ];
    for (mode, target) in modes {
        let mut one = |name: &str, statement: fn(&Target) -> &'static str| {
            statements.push((format!("{name}.{mode}"), statement(&target)));
        };
        one("releases.batch.RELEASE", releases::batch::statement);
        one(
            "releases.histogram.EVERY_ROW",
            releases::histogram::every_row_statement,
        );
        one(
            "releases.histogram.HELD",
            releases::histogram::held_statement,
        );
        one(
            "releases.histogram.SAMPLED_ROWS",
            releases::histogram::sampled_statement,
        );
        one("releases.plan.SLICES", releases::plan::slices_statement);
        one("releases.preview.TALLY", releases::preview::tally_statement);
    }
    statements
}
