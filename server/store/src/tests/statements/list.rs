//! The list of the composed statements.

use crate::conversations::message_review;
use crate::rules::{ByKind, ByMode};
use crate::{
    assignment_control, audit, campaign_setup, campaigns, contacts, conversations, escalations,
    media, opt_outs, outbox, people, releases, requests, teams, unmatched,
};

/// Each of them by the file, the constant and the mode.
pub(super) fn statements() -> Vec<(String, &'static str)> {
    let mut statements: Vec<(String, &'static str)> = Vec::new();
    let mut one =
        |name: &str, statement: &'static str| statements.push((name.to_owned(), statement));
    one("audit.events.EVERY", audit::events::EVERY);
    one("audit.events.BY_ACTOR", audit::events::BY_ACTOR);
    one("audit.events.BY_ACTION", audit::events::BY_ACTION);
    one("audit.events.OF_BOTH", audit::events::OF_BOTH);
    one("audit.events.BY_SUBJECT", audit::events::BY_SUBJECT);
    one("audit.events.OF_EITHER", audit::events::OF_EITHER);
    one("campaign_setup.copy.COPY", campaign_setup::copy::COPY);
    one(
        "campaign_setup.launch.CHECKS",
        campaign_setup::launch::CHECKS,
    );
    one(
        "campaign_setup.queue_held.QUEUE_HELD",
        campaign_setup::queue_held::QUEUE_HELD,
    );
    one("save.basics.BASICS", campaign_setup::save::basics::BASICS);
    one(
        "save.responses.RESPONSES",
        campaign_setup::save::responses::RESPONSES,
    );
    one("save.script.SCRIPT", campaign_setup::save::script::SCRIPT);
    one("save.teams.STANDING", campaign_setup::save::teams::STANDING);
    one("save.teams.TEAMS", campaign_setup::save::teams::TEAMS);
    one(
        "campaign_setup.settings.SETTINGS",
        campaign_setup::settings::SETTINGS,
    );
    one(
        "campaigns.autoassign.WINDOWS",
        campaigns::autoassign::WINDOWS,
    );
    one("campaigns.counts.COUNTS", campaigns::counts::COUNTS);
    one(
        "campaigns.deadlines.DEADLINES",
        campaigns::deadlines::DEADLINES,
    );
    one("campaigns.next_due.NEXT_DUE", campaigns::next_due::NEXT_DUE);
    one("campaigns.rows.ROWS", campaigns::rows::ROWS);
    one("campaigns.search.NEWEST", campaigns::search::NEWEST);
    one("campaigns.search.DUE_DATE", campaigns::search::DUE_DATE);
    one(
        "campaigns.search.MOST_UNHANDLED",
        campaigns::search::MOST_UNHANDLED,
    );
    one(
        "campaigns.search.OLDEST_WAIT",
        campaigns::search::OLDEST_WAIT,
    );
    one("contacts.list_sql.ALL", contacts::list_sql::ALL);
    one("contacts.list_sql.SEARCHED", contacts::list_sql::SEARCHED);
    one("unmessaged.batch.LOCK", contacts::unmessaged::batch::LOCK);
    one(
        "unmessaged.batch.DELETE",
        contacts::unmessaged::batch::DELETE,
    );
    one(
        "unmessaged.count.COUNTS",
        contacts::unmessaged::count::COUNTS,
    );
    one("conversations.cards.CARDS", conversations::cards::CARDS);
    one("conversations.closed.CLOSED", conversations::closed::CLOSED);
    one("conversations.draft.MAY", conversations::draft::MAY);
    one(
        "conversations.goodbye.GOODBYE",
        conversations::goodbye::GOODBYE,
    );
    one("conversations.inbox.HELD", conversations::inbox::HELD);
    one("conversations.inbox.INBOX", conversations::inbox::INBOX);
    one(
        "conversations.neighbours.REPLIES",
        conversations::neighbours::REPLIES,
    );
    one(
        "conversations.neighbours.INITIALS",
        conversations::neighbours::INITIALS,
    );
    one("conversations.next.INITIAL", conversations::next::INITIAL);
    one("conversations.next.REPLY", conversations::next::REPLY);
    for (name, statement) in [
        (
            "conditions.BY_LAST_DIGITS",
            message_review::conditions::BY_LAST_DIGITS,
        ),
        ("conditions.BY_NAME", message_review::conditions::BY_NAME),
        ("conditions.BY_WORDS", message_review::conditions::BY_WORDS),
        ("conditions.FAILED", message_review::conditions::FAILED),
        (
            "conditions.MESSAGES_EXPECTED",
            message_review::conditions::MESSAGES_EXPECTED,
        ),
        (
            "conditions.NAMES_EXPECTED",
            message_review::conditions::NAMES_EXPECTED,
        ),
        ("rows.ROWS", message_review::rows::ROWS),
        ("thread.HOLDER", message_review::thread::HOLDER),
        ("walks.BY_CAMPAIGN", message_review::walks::BY_CAMPAIGN),
        ("walks.BY_HOLDER", message_review::walks::BY_HOLDER),
        (
            "walks.BY_HOLDER_AND_STATUS",
            message_review::walks::BY_HOLDER_AND_STATUS,
        ),
        ("walks.BY_STATUS", message_review::walks::BY_STATUS),
        ("walks.EVERY", message_review::walks::EVERY),
        ("walks.OF_FOUND", message_review::walks::OF_FOUND),
    ] {
        one(&format!("message_review.{name}"), statement);
    }
    one("conversations.open.OPEN", conversations::open::OPEN);
    one("conversations.opt_out.ASKED", conversations::opt_out::ASKED);
    one("conversations.opt_out.CELL", conversations::opt_out::CELL);
    one("conversations.past.PAST", conversations::past::PAST);
    one(
        "conversations.lock_held.LOCK_HELD",
        conversations::lock_held::LOCK_HELD,
    );
    one("conversations.locked.LOCKED", conversations::locked::LOCKED);
    one(
        "conversations.move_reply.STATE",
        conversations::move_reply::STATE,
    );
    one(
        "conversations.move_reply.MOVE",
        conversations::move_reply::MOVE,
    );
    one(
        "conversations.move_reply.MERGE",
        conversations::move_reply::MERGE,
    );
    one(
        "conversations.move_targets.TARGETS",
        conversations::move_targets::TARGETS,
    );
    one("conversations.tag.LOCK", conversations::tag::LOCK);
    one("conversations.tag.SETTLE", conversations::tag::SETTLE);
    one("conversations.tags.TAGS", conversations::tags::TAGS);
    one(
        "conversations.unanswerable.UNANSWERABLE",
        conversations::unanswerable::UNANSWERABLE,
    );
    one(
        "conversations.shown.SHOWN_NOW",
        conversations::shown::SHOWN_NOW,
    );
    one("conversations.watch.WATCH", conversations::watch::WATCH);
    one("escalations.list.LIST", escalations::list::LIST);
    one("escalations.list.COUNT", escalations::list::COUNT);
    one("media.find.FIND", media::find::FIND);
    one("opt_outs.list.EVERY", opt_outs::list::EVERY);
    one("opt_outs.list.BY_NUMBER", opt_outs::list::BY_NUMBER);
    one(
        "opt_outs.list.BY_LAST_DIGITS",
        opt_outs::list::BY_LAST_DIGITS,
    );
    one("outbox.claim.DUE_TEXTS", outbox::claim::DUE_TEXTS);
    one("outbox.recheck.RECHECK", outbox::recheck::RECHECK);
    one("people.person.HOLDINGS", people::person::HOLDINGS);
    one(
        "releases.automatic.SWITCHED_ON",
        releases::automatic::SWITCHED_ON,
    );
    one("releases.history.EACH", releases::history::EACH);
    one("releases.history.GROUPED", releases::history::GROUPED);
    one("releases.history.ONE", releases::history::ONE);
    one("releases.progress.PROGRESS", releases::progress::PROGRESS);
    one("releases.progress.RUNNING", releases::progress::RUNNING);
    one(
        "releases.progress.UNDOABLE_MINE",
        releases::progress::UNDOABLE_MINE,
    );
    one(
        "releases.progress.UNDOABLE_SECOND_PASS",
        releases::progress::UNDOABLE_SECOND_PASS,
    );
    for (name, statement) in [
        ("change.ADD_TAG", releases::bulk::change::ADD_TAG),
        ("change.CLOSE", releases::bulk::change::CLOSE),
        ("change.REASSIGN", releases::bulk::change::REASSIGN),
        ("change.REMOVE_TAG", releases::bulk::change::REMOVE_TAG),
        ("change.UNASSIGN", releases::bulk::change::UNASSIGN),
        ("judge.ADD_TAG", releases::bulk::judge::ADD_TAG),
        ("judge.CLOSE", releases::bulk::judge::CLOSE),
        ("judge.OPT_OUT", releases::bulk::judge::OPT_OUT),
        ("judge.REASSIGN", releases::bulk::judge::REASSIGN),
        ("judge.REMOVE_TAG", releases::bulk::judge::REMOVE_TAG),
        ("judge.UNASSIGN", releases::bulk::judge::UNASSIGN),
        ("recent.STARTED", releases::bulk::recent::STARTED),
        ("undo.ADD_TAG", releases::bulk::undo::ADD_TAG),
        ("undo.CLOSE", releases::bulk::undo::CLOSE),
        ("undo.REASSIGN", releases::bulk::undo::REASSIGN),
        ("undo.REMOVE_TAG", releases::bulk::undo::REMOVE_TAG),
        ("view.RELEASES", releases::bulk::view::RELEASES),
    ] {
        one(&format!("bulk.{name}"), statement);
    }
    one("second_pass.batch.TAKE", releases::second_pass::batch::TAKE);
    one(
        "second_pass.count.COUNTS",
        releases::second_pass::count::COUNTS,
    );
    one(
        "second_pass.count.REACH",
        releases::second_pass::count::REACH,
    );
    one(
        "second_pass.undo_batch.GIVE_BACK",
        releases::second_pass::undo_batch::GIVE_BACK,
    );
    one("releases.undo.INSERT", releases::undo::INSERT);
    one(
        "releases.undo_batch.GIVE_BACK",
        releases::undo_batch::GIVE_BACK,
    );
    one("requests.by_wait.CLAIM", requests::by_wait::CLAIM);
    one(
        "requests.eligibility.ELIGIBILITY",
        requests::eligibility::ELIGIBILITY,
    );
    one("requests.hand_out.FILL", requests::hand_out::FILL);
    one(
        "requests.take_escalated.TAKE",
        requests::take_escalated::TAKE,
    );
    one(
        "requests.take_escalated.STATE",
        requests::take_escalated::STATE,
    );
    one("unmatched.contacts.FOUND", unmatched::contacts::FOUND);
    one("unmatched.contacts.RUNNING", unmatched::contacts::RUNNING);
    one("unmatched.list.TO_DO", unmatched::list::TO_DO);
    one("unmatched.list.EVERY", unmatched::list::EVERY);
    one("unmatched.list.ONE", unmatched::list::ONE);
    one("unmatched.move_text.STATE", unmatched::move_text::STATE);
    one("unmatched.move_text.MOVE", unmatched::move_text::MOVE);
    one("requests.pending.PENDING", requests::pending::PENDING);
    one("teams.entries.CAMPAIGNS", teams::entries::CAMPAIGNS);
    one("teams.entries.MEMBERS", teams::entries::MEMBERS);
    one("teams.entries.TAGS", teams::entries::TAGS);
    let mut by_kind = |name: &str, ByKind { replies, initials }: ByKind| {
        for (kind, statement) in [("replies", replies), ("initials", initials)] {
            statements.push((format!("{name}.{kind}"), statement));
        }
    };
    by_kind(
        "assignment_control.waiting.ESCALATED",
        assignment_control::waiting::ESCALATED,
    );
    by_kind("requests.by_segment.CLAIM", requests::by_segment::CLAIM);
    by_kind(
        "requests.escalated.ESCALATED",
        requests::escalated::ESCALATED,
    );
    by_kind(
        "requests.pool_counts.POOL_COUNTS",
        requests::pool_counts::POOL_COUNTS,
    );
    let mut by_mode = |name: &str, statement: ByMode| {
        for (mode, statement) in [
            ("everywhere", statement.everywhere),
            ("campaign", statement.campaign),
            ("unsent", statement.unsent),
            ("automatic", statement.automatic),
            ("own", statement.own),
            ("suspended", statement.suspended),
        ] {
            statements.push((format!("{name}.{mode}"), statement));
        }
    };
    by_mode("releases.batch.RELEASE", releases::batch::RELEASE);
    by_mode(
        "releases.histogram.EVERY_ROW",
        releases::histogram::EVERY_ROW,
    );
    by_mode("releases.histogram.HELD", releases::histogram::HELD);
    by_mode(
        "releases.histogram.SAMPLED_ROWS",
        releases::histogram::SAMPLED_ROWS,
    );
    by_mode("releases.plan.SLICES", releases::plan::SLICES);
    by_mode("releases.preview.TALLY", releases::preview::TALLY);
    statements
}
