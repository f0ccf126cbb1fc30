//! The settings of each session: for how long it may wait, be idle and run.

use sqlx::postgres::PgConnectOptions;

/// Begins a transaction that must not be refused because others hold a row, such as an opt-out: it waits for longer
/// than the locks of a silent server last.
pub const BEGIN_PATIENTLY: &str = "begin; set local lock_timeout = '8s'";

/// The limits of a session of a serving program. A server that was stopped or cut off in the middle of a transaction
/// loses its locks after five seconds, whatever becomes of its connections; and no statement outlives its program.
const LIMITS: [(&str, &str); 7] = [
    // For each lock that others hold; a send has a shorter limit of its own for all of them.
    ("lock_timeout", "2s"),
    ("statement_timeout", "30s"),
    ("idle_in_transaction_session_timeout", "5s"),
    // A client that is gone is noticed while a statement runs,
    ("client_connection_check_interval", "2s"),
    // and one whose network is gone within about ten seconds.
    ("tcp_keepalives_idle", "4"),
    ("tcp_keepalives_interval", "2"),
    ("tcp_keepalives_count", "3"),
];

/// How every session plans. Plans made without knowing a limit or a deadline would sort whole pools where an index is
/// to be walked; planning anew costs a fraction of a millisecond. Compiling a plan to machine code costs more than any
/// query here takes.
const PLANNING: [(&str, &str); 2] = [("plan_cache_mode", "force_custom_plan"), ("jit", "off")];

/// What work that takes its time is spared: migrations, the seeding of a benchmark.
const UNHURRIED: [(&str, &str); 3] = [
    // Another program that migrates is waited for.
    ("lock_timeout", "5min"),
    ("statement_timeout", "0"),
    ("idle_in_transaction_session_timeout", "0"),
];

/// Options for the sessions that serve: every wait on the database ends.
pub fn bounded(options: PgConnectOptions) -> PgConnectOptions {
    options
        .application_name("baton")
        .options(PLANNING)
        .options(LIMITS)
}

/// Options for sessions whose statements may take minutes. Of two values for a setting the later one counts.
pub fn unhurried(options: PgConnectOptions) -> PgConnectOptions {
    bounded(options).options(UNHURRIED)
}
