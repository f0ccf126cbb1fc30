//! `baton doctor`, where there is no database yet.

use std::ffi::OsStr;
use std::net::TcpListener;
use std::path::Path;

use crate::support::{Baton, data_dir};

/// Every variable that has an option.
const VARIABLES: [&str; 16] = [
    "BATON_ADDR",
    "BATON_DATABASE_CONNECTIONS",
    "BATON_DATA_DIR",
    "BATON_HTTP_CONNECTIONS",
    "BATON_MAIL_FROM",
    "BATON_POSTGRES_BIN",
    "BATON_PUBLIC_URL",
    "BATON_SIMULATED_SLOWEST",
    "BATON_SITE_ROOT",
    "BATON_SMTP_URL",
    "BATON_TRUSTED_PROXIES",
    "DATABASE_URL",
    "TWILIO_ACCOUNT_SID",
    "TWILIO_API_URL",
    "TWILIO_AUTH_TOKEN",
    "TWILIO_MESSAGING_URL",
];

#[test]
fn variables_that_are_empty_count_as_not_set() {
    let data_home = data_dir();
    let mut environment = VARIABLES.map(|name| (name, OsStr::new(""))).to_vec();
    environment.push(("XDG_DATA_HOME", data_home.path().as_os_str()));
    let mut baton = Baton::start_with(data_home.path(), &["doctor"], &environment);
    let folder = data_home.path().join("baton");
    let cluster = baton.says("the private cluster in");
    let expected = format!("{} is made at the first start", folder.display());
    assert!(cluster.contains(&expected), "{cluster}");
    baton.says("http://127.0.0.1:3000 (BATON_PUBLIC_URL is not set");
    baton.says("messages are simulated");
    baton.says("no e-mail is sent");
}

#[test]
fn a_data_folder_that_cannot_be_made_is_a_problem() {
    let mut baton = Baton::start(Path::new("/proc/baton"), &["doctor"]);
    let line = baton.says("the private cluster in /proc/baton");
    assert!(line.starts_with("problem"), "{line}");
    assert_eq!(baton.ended().code(), Some(1));
}

#[test]
fn a_twilio_account_that_cannot_be_checked_is_a_problem() {
    // Nobody listens on a port that was just free.
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", free.local_addr().unwrap());
    drop(free);
    let data_dir = data_dir();
    let environment = [
        ("TWILIO_ACCOUNT_SID", OsStr::new("AC1")),
        ("TWILIO_AUTH_TOKEN", OsStr::new("hunter2")),
        ("TWILIO_API_URL", OsStr::new(&url)),
    ];
    let mut baton = Baton::start_with(data_dir.path(), &["doctor"], &environment);
    let line = baton.says("the Twilio account AC1");
    assert!(line.starts_with("problem"), "{line}");
    assert!(line.contains(&format!("{url} was not reached")), "{line}");
    assert_eq!(baton.ended().code(), Some(1));
}
