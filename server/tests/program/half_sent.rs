//! Requests that are begun and never finished, at a server that may have few files open.
#![expect(
    clippy::unwrap_used,
    reason = "it is part of tests, though not of test functions"
)]

use std::ffi::OsStr;
use std::time::{Duration, Instant};

use nix::sys::resource::{Resource, getrlimit, setrlimit};
use server_embedded::Cluster;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::support::{Baton, data_dir};

/// What the server may have open, the database's connections among it.
const DESCRIPTORS: u32 = 128;
const HALF_SENT: usize = 1500;
/// Connections to the database that the server may open beside those that it has when it starts.
const OF_THE_DATABASE: usize = 20;
/// How soon others are answered meanwhile.
const SOON: Duration = Duration::from_secs(2);
/// How long a connection may take; a full queue makes the system try again after a second, and after three.
const CONNECT_WITHIN: Duration = Duration::from_secs(10);
/// By then the longest of the time-outs is over.
const DEADLINE: Duration = Duration::from_secs(40);

#[tokio::test(flavor = "multi_thread")]
async fn requests_that_never_end_hold_up_nobody_and_are_closed() {
    let (_, hard) = getrlimit(Resource::RLIMIT_NOFILE).unwrap();
    setrlimit(Resource::RLIMIT_NOFILE, hard, hard).unwrap();
    let data_dir = data_dir();
    let mut with_cluster = Baton::start(data_dir.path(), &["serve"]);
    with_cluster.says("Baton is at http://");
    let database = Cluster::running_in(data_dir.path()).unwrap();
    let environment = [("DATABASE_URL", OsStr::new(&database))];
    let mut baton = Baton::start_limited(data_dir.path(), &["serve"], &environment, DESCRIPTORS);
    let line = baton.says("Baton is at http://");
    let address = line.trim().rsplit('/').next().unwrap().to_owned();

    let at_first = open_files(&baton);
    let mut kept_open = Vec::new();
    for beginning in [
        "GET /sign-in HTTP/1.1\r\nhost: 127.0.0.1\r\na: b\r\n",
        "POST /api/session/sign-in HTTP/1.1\r\nhost: 127.0.0.1\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: 100\r\n\r\nemail=",
        "POST /webhooks/twilio HTTP/1.1\r\nhost: 127.0.0.1\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: 100\r\n\r\nBody=",
    ] {
        let half_sent = half_sent(&address, beginning).await;
        assert!(
            half_sent.len() > DESCRIPTORS as usize,
            "{} connected",
            half_sent.len()
        );
        for path in ["/health", "/sign-in", "/health"] {
            let asked = Instant::now();
            let answer = timeout(SOON, answer(&address, path)).await;
            let answer = answer.unwrap_or_else(|_| panic!("{path} beside {beginning:?}"));
            assert!(answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
            let took = asked.elapsed();
            eprintln!(
                "{path}: {took:?} beside {} half-sent requests",
                half_sent.len()
            );
        }
        kept_open.extend(half_sent);
    }
    let begun = Instant::now();
    while open_files(&baton) > at_first + OF_THE_DATABASE {
        assert!(
            begun.elapsed() < DEADLINE,
            "half-sent requests are still open"
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    eprintln!("all were closed {:?} later", begun.elapsed());
}

/// How many files and connections the process has open. Counted there, because the system lets some clients
/// believe that they are connected while they still wait in its queue.
fn open_files(baton: &Baton) -> usize {
    let folder = format!("/proc/{}/fd", baton.process());
    std::fs::read_dir(folder).unwrap().count()
}

/// Connections on which a request was begun; those that the server does not take in time are left out.
async fn half_sent(address: &str, beginning: &'static str) -> Vec<TcpStream> {
    let mut connecting = JoinSet::new();
    for _ in 0..HALF_SENT {
        let address = address.to_owned();
        connecting.spawn(async move {
            let connected = timeout(CONNECT_WITHIN, TcpStream::connect(address)).await;
            let mut stream = connected.ok()?.ok()?;
            stream.write_all(beginning.as_bytes()).await.ok()?;
            Some(stream)
        });
    }
    connecting.join_all().await.into_iter().flatten().collect()
}

async fn answer(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!(
        "GET {path} HTTP/1.1\r\nhost: {address}\r\naccept: text/html\r\nconnection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}
