//! The life of the private cluster.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use nix::sys::signal::{Signal, kill};
use server_embedded::{Cluster, ClusterError};
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, Executor, PgConnection};

use crate::support::{Baton, data_dir, eventually, is_alive, postmaster};

/// `baton` with a cluster in `data_dir`, up and running until its input is closed.
fn baton_with_cluster(data_dir: &Path) -> Baton {
    let baton = Baton::start(data_dir, &["cluster", "run", "--", "cat"]);
    eventually("the cluster runs", || Cluster::running_in(data_dir));
    baton
}

async fn start(data_dir: &Path) -> Result<Cluster, ClusterError> {
    Cluster::start(data_dir, None).await
}

#[tokio::test]
async fn what_was_written_is_there_after_a_stop_and_a_start() {
    let data_dir = data_dir();
    let cluster = start(data_dir.path()).await.unwrap();
    let mut connection = PgConnection::connect(cluster.url()).await.unwrap();
    connection
        .execute("create table kept as select 42 as answer")
        .await
        .unwrap();
    drop(connection);
    let server = postmaster(data_dir.path()).unwrap();
    cluster.stop().await.unwrap();
    assert!(!is_alive(server));
    assert_eq!(Cluster::running_in(data_dir.path()), None);

    let cluster = start(data_dir.path()).await.unwrap();
    let mut connection = PgConnection::connect(cluster.url()).await.unwrap();
    let answer: i32 = sqlx::query_scalar("select answer from kept")
        .fetch_one(&mut connection)
        .await
        .unwrap();
    assert_eq!(answer, 42);
    cluster.stop().await.unwrap();
}

#[tokio::test]
async fn its_user_may_create_databases_and_psql_takes_its_address() {
    let data_dir = data_dir();
    let cluster = start(data_dir.path()).await.unwrap();
    let output = Command::new("psql")
        .args([
            cluster.url(),
            "-Atc",
            "select current_database(), rolsuper from pg_roles where rolname = current_user",
        ])
        .output()
        .unwrap();
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "baton|t\n",
        "{output:?}"
    );
    cluster.stop().await.unwrap();
}

#[tokio::test]
async fn dropping_it_ends_the_server() {
    let data_dir = data_dir();
    let cluster = start(data_dir.path()).await.unwrap();
    let server = postmaster(data_dir.path()).unwrap();
    drop(cluster);
    assert!(!is_alive(server));
}

#[tokio::test]
async fn a_second_baton_on_the_same_data_is_told_who_has_it() {
    let data_dir = data_dir();
    let first = baton_with_cluster(data_dir.path());
    let Err(error) = start(data_dir.path()).await else {
        panic!("both have it")
    };
    let sentence = error.to_string();
    assert!(
        sentence.contains(&format!("(process {})", first.process())),
        "{sentence}"
    );
    assert!(sentence.contains("BATON_DATA_DIR"), "{sentence}");
}

#[tokio::test]
async fn a_server_that_outlived_its_killed_baton_is_taken_over_and_ended() {
    let data_dir = data_dir();
    let mut killed = baton_with_cluster(data_dir.path());
    let server = postmaster(data_dir.path()).unwrap();
    killed.kill();
    assert!(is_alive(server));

    let cluster = start(data_dir.path()).await.unwrap();
    assert_eq!(postmaster(data_dir.path()), Some(server), "the same server");
    PgConnection::connect(cluster.url())
        .await
        .unwrap()
        .ping()
        .await
        .unwrap();
    cluster.stop().await.unwrap();
    assert!(!is_alive(server));
}

#[tokio::test]
async fn a_server_that_was_killed_with_its_baton_is_started_again() {
    let data_dir = data_dir();
    let mut killed = baton_with_cluster(data_dir.path());
    let server = postmaster(data_dir.path()).unwrap();
    killed.kill();
    kill(server, Signal::SIGKILL).unwrap();
    eventually("the server is dead", || (!is_alive(server)).then_some(()));

    let cluster = start(data_dir.path()).await.unwrap();
    assert_ne!(postmaster(data_dir.path()), Some(server));
    PgConnection::connect(cluster.url())
        .await
        .unwrap()
        .ping()
        .await
        .unwrap();
    cluster.stop().await.unwrap();
}

#[tokio::test]
async fn a_stale_file_that_names_some_other_living_process_is_no_obstacle() {
    let data_dir = data_dir();
    start(data_dir.path()).await.unwrap().stop().await.unwrap();
    let file = data_dir.path().join("postgres/postmaster.pid");
    fs::write(
        file,
        format!("{}\n/elsewhere\n1\n5432\n\n\n\nready\n", std::process::id()),
    )
    .unwrap();

    start(data_dir.path()).await.unwrap().stop().await.unwrap();
}

#[tokio::test]
async fn a_creation_that_was_killed_in_the_middle_is_begun_anew() {
    let data_dir = data_dir();
    let unfinished = data_dir.path().join("postgres.unfinished");
    fs::create_dir(&unfinished).unwrap();
    fs::write(unfinished.join("PG_VERSION"), "half").unwrap();

    start(data_dir.path()).await.unwrap().stop().await.unwrap();
    assert!(!unfinished.exists());
}

#[tokio::test]
async fn a_data_folder_with_a_long_path_works_too() {
    let parent = data_dir();
    let long = parent
        .path()
        .join("a folder, with a name that is so long that no socket fits/".repeat(3));
    let cluster = start(&long).await.unwrap();
    PgConnection::connect(cluster.url())
        .await
        .unwrap()
        .ping()
        .await
        .unwrap();
    cluster.stop().await.unwrap();
}

#[tokio::test]
async fn a_server_that_does_not_start_says_why_in_its_own_words() {
    let data_dir = data_dir();
    start(data_dir.path()).await.unwrap().stop().await.unwrap();
    fs::write(
        data_dir.path().join("postgres/postgresql.auto.conf"),
        "no_such_setting = 7\n",
    )
    .unwrap();

    let Err(error) = start(data_dir.path()).await else {
        panic!("it started")
    };
    assert!(error.to_string().contains("no_such_setting"), "{error}");
}

#[tokio::test]
async fn nobody_else_can_enter_the_folder_of_the_socket() {
    use std::os::unix::fs::PermissionsExt;
    let data_dir = data_dir();
    let cluster = start(data_dir.path()).await.unwrap();
    let mode = fs::metadata(data_dir.path().join("socket"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o700);
    cluster.stop().await.unwrap();
}

#[tokio::test]
async fn a_temporary_cluster_leaves_nothing_behind() {
    let cluster = Cluster::start_temporary(None).await.unwrap();
    let mut connection = PgConnection::connect(cluster.url()).await.unwrap();
    let data: String = sqlx::query_scalar("select current_setting('data_directory')")
        .fetch_one(&mut connection)
        .await
        .unwrap();
    let fsync: String = sqlx::query_scalar("select current_setting('fsync')")
        .fetch_one(&mut connection)
        .await
        .unwrap();
    assert_eq!(fsync, "off");
    assert!(Path::new(&data).exists());
    cluster.stop().await.unwrap();
    assert!(!Path::new(&data).parent().unwrap().exists());
}

#[tokio::test]
async fn a_temporary_cluster_that_a_killed_baton_left_behind_is_removed_by_the_next() {
    let data_dir = data_dir();
    let script = "echo \"$DATABASE_URL\"; cat";
    let arguments = ["cluster", "run", "--temporary", "--", "sh", "-c", script];
    let mut killed = Baton::start(data_dir.path(), &arguments);
    let url: PgConnectOptions = killed.says("postgres://").trim().parse().unwrap();
    let folder = url.get_socket().unwrap().parent().unwrap();
    let server = postmaster(folder).unwrap();
    killed.kill();
    // The next one leaves young folders alone: they may be about to be locked.
    let lock = fs::File::open(folder.join("lock")).unwrap();
    lock.set_modified(SystemTime::UNIX_EPOCH).unwrap();

    let next = Cluster::start_temporary(None).await.unwrap();
    assert!(!folder.exists());
    assert!(!is_alive(server));
    next.stop().await.unwrap();
}
