//! `baton serve`: its beginning and its end.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

use nix::sys::signal::Signal;

use crate::support::{Baton, data_dir, is_alive, postmaster};

#[test]
fn ctrl_c_lets_the_database_shut_down_in_order() {
    let data_dir = data_dir();
    let mut baton = Baton::start(data_dir.path(), &["serve"]);
    baton.says("Baton is at http://127.0.0.1:");
    let server = postmaster(data_dir.path()).unwrap();
    baton.signal_group(Signal::SIGINT);
    assert!(baton.ended().success());
    assert!(!is_alive(server));
    let log = fs::read_to_string(data_dir.path().join("postgres.log")).unwrap();
    assert!(log.contains("database system is shut down"), "{log}");
}

#[test]
fn a_polite_kill_ends_it_and_its_database() {
    let data_dir = data_dir();
    let mut baton = Baton::start(data_dir.path(), &[]);
    baton.says("Baton is at http://127.0.0.1:");
    let server = postmaster(data_dir.path()).unwrap();
    baton.signal(Signal::SIGTERM);
    assert!(baton.ended().success());
    assert!(!is_alive(server));
}

#[test]
fn a_taken_port_is_told_in_a_sentence_and_no_database_runs_on() {
    let data_dir = data_dir();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let mut baton = Baton::start(data_dir.path(), &["serve", "--addr", &address]);
    assert_eq!(baton.ended().code(), Some(1));
    let errors = baton.errors();
    assert!(errors.contains(&format!("{address} is in use")), "{errors}");
    assert_eq!(postmaster(data_dir.path()), None);
}

#[test]
fn a_command_beside_a_running_server_uses_its_database() {
    let data_dir = data_dir();
    let mut serving = Baton::start(data_dir.path(), &["serve"]);
    serving.says("Baton is at http://127.0.0.1:");
    let server = postmaster(data_dir.path()).unwrap();
    let mut migrating = Baton::start(data_dir.path(), &["migrate"]);
    let ended = migrating.ended();
    assert!(ended.success(), "{}", migrating.errors());
    assert!(is_alive(server), "it is not the command's to stop");
    serving.signal(Signal::SIGTERM);
    assert!(serving.ended().success());
}

#[test]
fn the_demo_and_its_sign_ins_are_there_the_first_time_and_later() {
    let data_dir = data_dir();
    for _ in 0..2 {
        let mut baton = Baton::start(data_dir.path(), &["serve"]);
        baton.says("Demo sign-ins");
        baton.says("admin");
        baton.signal(Signal::SIGTERM);
        assert!(baton.ended().success());
    }
}

#[test]
fn somebody_who_never_finishes_asking_does_not_hold_up_the_end() {
    let data_dir = data_dir();
    let mut baton = Baton::start(data_dir.path(), &["serve"]);
    let line = baton.says("Baton is at http://");
    let address = line.trim().rsplit('/').next().unwrap();
    let mut asking = TcpStream::connect(address).unwrap();
    write!(asking, "POST /webhooks/twilio HTTP/1.1\r\nhost: {address}\r\ncontent-length: 9\r\nexpect: 100-continue\r\n\r\n").unwrap();
    // It answers this when it begins to wait for the rest, which never comes.
    let mut answer = [0; 12];
    asking.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"HTTP/1.1 100");

    baton.signal(Signal::SIGTERM);
    assert!(baton.ended().success());
    assert_eq!(postmaster(data_dir.path()), None);
}
