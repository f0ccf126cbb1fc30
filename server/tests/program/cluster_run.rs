//! `baton cluster run -- COMMAND…`

use std::fs;
use std::os::unix::fs::MetadataExt;

use nix::sys::signal::Signal;
use nix::unistd::Uid;

use crate::support::{Baton, data_dir, eventually, is_alive, postmaster};

#[test]
fn the_exit_code_of_the_command_is_passed_on() {
    let data_dir = data_dir();
    let mut baton = Baton::start(
        data_dir.path(),
        &["cluster", "run", "--", "sh", "-c", "exit 7"],
    );
    assert_eq!(baton.ended().code(), Some(7));
    assert_eq!(postmaster(data_dir.path()), None);
}

#[test]
fn the_command_finds_the_database_in_its_environment() {
    let data_dir = data_dir();
    let script = "psql \"$DATABASE_URL\" -Atc 'select current_database()' && cat";
    let mut baton = Baton::start(
        data_dir.path(),
        &["cluster", "run", "--temporary", "--", "sh", "-c", script],
    );
    assert_eq!(baton.says("baton").trim(), "baton");
    baton.input.take();
    assert!(baton.ended().success());
}

#[test]
fn a_command_that_is_not_there_is_told_and_the_cluster_stopped() {
    let data_dir = data_dir();
    let mut baton = Baton::start(
        data_dir.path(),
        &["cluster", "run", "--", "no-such-program"],
    );
    assert_eq!(baton.ended().code(), Some(1));
    assert!(baton.errors().contains("Cannot run no-such-program"));
    assert_eq!(postmaster(data_dir.path()), None);
}

#[test]
fn a_polite_kill_ends_the_command_and_then_the_cluster() {
    let data_dir = data_dir();
    let script =
        "trap 'echo ending; exit 3' TERM; echo started; while :; do read -r _ || exit; done";
    let mut baton = Baton::start(
        data_dir.path(),
        &["cluster", "run", "--", "sh", "-c", script],
    );
    baton.says("started");
    let server = postmaster(data_dir.path()).unwrap();
    baton.signal(Signal::SIGTERM);
    assert_eq!(baton.ended().code(), Some(3));
    assert!(!is_alive(server));
}

#[test]
fn ctrl_c_while_the_cluster_is_being_created_leaves_no_server() {
    let data_dir = data_dir();
    let mut baton = Baton::start(data_dir.path(), &["cluster", "run", "--", "cat"]);
    eventually("the creation has begun", || {
        data_dir
            .path()
            .join("postgres.unfinished/base")
            .exists()
            .then_some(())
    });
    baton.signal_group(Signal::SIGINT);
    assert_eq!(baton.ended().code(), Some(130));
    assert_eq!(postmaster(data_dir.path()), None);
    assert!(!data_dir.path().join("postgres").exists());
}

#[test]
fn where_namespaces_are_refused_root_lets_another_user_run_the_server() {
    if !Uid::effective().is_root() {
        return; // only root has to become somebody else
    }
    let data_dir = data_dir();
    let refusing = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink("/bin/false", refusing.path().join("unshare")).unwrap();
    let path = format!(
        "{}:{}",
        refusing.path().display(),
        std::env::var("PATH").unwrap()
    );
    let environment = [("PATH", path.as_ref())];

    let script = "psql \"$DATABASE_URL\" -Atc 'select 40 + 2' && cat";
    let arguments = ["cluster", "run", "--", "sh", "-c", script];
    let mut baton = Baton::start_with(data_dir.path(), &arguments, &environment);
    baton.says("42");
    let server = postmaster(data_dir.path()).unwrap();
    assert_ne!(fs::metadata(format!("/proc/{server}")).unwrap().uid(), 0);
    baton.input.take();
    assert!(baton.ended().success());

    // Also later, when they are no longer refused: the data keeps its owner.
    let mut baton = Baton::start(data_dir.path(), &arguments);
    baton.says("42");
    baton.input.take();
    assert!(baton.ended().success());
}

#[test]
fn data_made_in_a_namespace_is_used_where_they_are_refused() {
    if !Uid::effective().is_root() {
        return; // only root has to become somebody else
    }
    let data_dir = data_dir();
    let mut baton = Baton::start(data_dir.path(), &["cluster", "run", "--", "true"]);
    assert!(baton.ended().success());
    let refusing = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink("/bin/false", refusing.path().join("unshare")).unwrap();
    let path = format!(
        "{}:{}",
        refusing.path().display(),
        std::env::var("PATH").unwrap()
    );

    let environment = [("PATH", path.as_ref())];
    let mut baton = Baton::start_with(
        data_dir.path(),
        &["cluster", "run", "--", "true"],
        &environment,
    );
    assert!(baton.ended().success(), "{}", baton.errors());
}
