//! Many people sign in at once, and the memory of the process stays small.
#![expect(
    clippy::unwrap_used,
    reason = "it is part of tests, though not of test functions"
)]

use std::sync::Arc;

use app::domain::Role;
use nix::unistd::Pid;
use reqwest::StatusCode;
use reqwest::header::LOCATION;
use reqwest::redirect::Policy;
use server_embedded::Cluster;
use server_store::members::{self, NewAccount};
use server_store::organizations;
use sqlx::PgPool;
use tokio::task::JoinSet;

use crate::support::{Baton, data_dir, eventually};

const PASSWORD: &str = "a long enough password";
const PEOPLE: usize = 500;
/// In kB. One hash takes 19 MiB; 500 of them side by side took more than this machine has.
const MAX_PEAK: u64 = 200_000;
/// In kB, over what the process took before anybody signed in: pools of connections, caches, and what the
/// allocator keeps of 500 requests. Less than two hashes.
const MAX_KEPT: u64 = 38_000;

#[tokio::test(flavor = "multi_thread")]
async fn five_hundred_sign_ins_at_once_stay_below_200_mb() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let data_dir = data_dir();
    let mut baton = Baton::start(data_dir.path(), &["serve"]);
    let line = baton.says("Baton is at http://");
    let url = line
        .trim()
        .rsplit(' ')
        .next()
        .unwrap()
        .trim_end_matches('/');
    let database = Cluster::running_in(data_dir.path()).unwrap();
    let pool = PgPool::connect(&database).await.unwrap();
    people(&pool).await;

    // One after another: what a first request brings along is not what is measured.
    let client = client();
    assert_eq!(sign_in(&client, url, 0).await, "/");
    let before = memory(baton.process(), "VmRSS");
    let began = std::time::Instant::now();
    let mut signing_in = JoinSet::new();
    let client = Arc::new(client);
    for number in 0..PEOPLE {
        let (client, url) = (Arc::clone(&client), url.to_owned());
        signing_in.spawn(async move { (number, sign_in(&client, &url, number).await) });
    }
    let homes = signing_in.join_all().await;
    let elapsed = began.elapsed();
    let peak = memory(baton.process(), "VmHWM");
    eprintln!("{PEOPLE} sign-ins in {elapsed:.1?}: {before} kB before, {peak} kB at most");
    assert!(peak < MAX_PEAK, "{peak} kB");
    // Nobody behind this one address meets a limit. On a machine that is busy with something else, the wait of
    // some may be over before their turn; they are refused as such.
    let late = homes.iter().filter(|(_, home)| home != "/").count();
    eprintln!("{late} waited too long");
    assert!(late < PEOPLE / 2, "{late} waited too long");
    for (number, home) in homes {
        if home != "/" {
            assert!(home.starts_with("/sign-in?"), "{home}");
            assert!(home.contains(&format!("person-{number}%40")), "{home}");
            assert_eq!(sign_in(&client, url, number).await, "/");
        }
    }
    drop(client);
    eventually("memory comes back", || {
        let now = memory(baton.process(), "VmRSS");
        (now < before + MAX_KEPT).then(|| eprintln!("{now} kB when all is quiet"))
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_guesses_behind_a_proxy_locks_out_nobody_else() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    for trusted in [&[][..], &["--trusted-proxies", "127.0.0.1"]] {
        let data_dir = data_dir();
        let mut baton = Baton::start(data_dir.path(), &[&["serve"][..], trusted].concat());
        let line = baton.says("Baton is at http://");
        let url = line.trim().rsplit(' ').next().unwrap();
        let url = url.trim_end_matches('/');
        let database = Cluster::running_in(data_dir.path()).unwrap();
        people(&PgPool::connect(&database).await.unwrap()).await;

        let client = client();
        let attempt = async |email: &str, password: &str, forwarded: &str| {
            attempt(&client, url, email, password, Some(forwarded)).await
        };
        for number in 0..21 {
            let email = format!("invented-{number}@example.org");
            // What an attacker writes into the header stands left of what the proxy appends.
            let forwarded = format!("203.0.113.{number}, 198.51.100.1");
            attempt(&email, "a wrong password", &forwarded).await;
        }
        let owner = attempt("person-0@example.org", PASSWORD, "203.0.113.200").await;
        assert_eq!(owner, "/", "{trusted:?}");
        let attacker = attempt(
            "person-1@example.org",
            PASSWORD,
            "203.0.113.9, 198.51.100.1",
        )
        .await;
        assert_eq!(attacker != "/", !trusted.is_empty(), "{attacker}");
    }
}

/// Where somebody is sent who signs in.
async fn sign_in(client: &reqwest::Client, url: &str, number: usize) -> String {
    let email = format!("person-{number}@example.org");
    attempt(client, url, &email, PASSWORD, None).await
}

/// Where an attempt to sign in leads, if a proxy passes it on for `forwarded`.
async fn attempt(
    client: &reqwest::Client,
    url: &str,
    email: &str,
    password: &str,
    forwarded: Option<&str>,
) -> String {
    let answer = client
        .post(format!("{url}/api/session/sign-in"))
        .header("origin", url)
        .header("accept", "text/html")
        .header("x-forwarded-for", forwarded.unwrap_or_default())
        .form(&[("email", email), ("password", password)])
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::FOUND);
    answer.headers()[LOCATION].to_str().unwrap().to_owned()
}

fn client() -> reqwest::Client {
    reqwest::Client::builder()
        .redirect(Policy::none())
        .build()
        .unwrap()
}

/// An owner and texters of one organization, all with the same password.
async fn people(pool: &PgPool) {
    let hash = server_auth::hash(PASSWORD.to_owned()).await.unwrap();
    let mut transaction = pool.begin().await.unwrap();
    let mut organization = None;
    for number in 0..=PEOPLE {
        let email = format!("person-{number}@example.org");
        let account = NewAccount {
            email: &email,
            name: "Somebody",
            password_hash: &hash,
        };
        if let Some(organization) = organization {
            let added = members::add(&mut transaction, organization, &account, Role::Texter);
            added.await.unwrap();
        } else {
            let made = organizations::create(&mut transaction, "A phone bank", &account).await;
            organization = Some(made.unwrap().organization);
        }
    }
    transaction.commit().await.unwrap();
}

/// A figure of `/proc/<pid>/status`, in kB.
fn memory(process: Pid, what: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with(what)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}
