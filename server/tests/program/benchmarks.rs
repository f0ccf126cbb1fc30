//! `baton bench …`, at sizes that take seconds: each runs to its end, and verifies what it wrote.

use crate::support::{Baton, data_dir};

/// Runs one until it says this at the end of its report.
fn runs_to_its_end(benchmark: &str, last: &str) {
    let data_dir = data_dir();
    let arguments: Vec<&str> = ["bench"].into_iter().chain(benchmark.split(' ')).collect();
    let mut baton = Baton::start(data_dir.path(), &arguments);
    baton.says(last);
    let ended = baton.ended();
    assert!(ended.success(), "{}", baton.errors());
}

#[test]
fn release() {
    let sizes =
        "--conversations 4000 --waiting 1200 --due 300 --campaigns 4 --texters 8 --pooled 1000";
    runs_to_its_end(&format!("release {sizes}"), "lateness");
}

#[test]
fn claim() {
    let sizes = "--conversations 2000 --held 500 --pooled 1000 --campaigns 2 --texters 5 --batch 10 --rounds 1";
    runs_to_its_end(&format!("claim {sizes}"), "with all indexes");
}

#[test]
fn live() {
    let sizes = "--pooled 100 --campaigns 2 --streams 5 --changes 5 --requests 1 --seconds 1";
    runs_to_its_end(&format!("live {sizes}"), "of a core");
}

#[test]
fn inbound() {
    let sizes =
        "--contacts 100 --campaigns 2 --texters 4 --connections 5 --deliverers 4 --seconds 1";
    runs_to_its_end(&format!("inbound {sizes}"), "of the baseline rate");
}

#[test]
fn pages() {
    let sizes =
        "--campaigns 100 --conversations 2000 --held 500 --pooled 200 --contacts 100 --rounds 1";
    runs_to_its_end(&format!("pages {sizes}"), "the slowest page is");
}

#[test]
fn import() {
    let sizes = "--rows 200 --campaigns 2 --texters 6 --held 400 --pooled 400 --seconds 1";
    runs_to_its_end(&format!("import {sizes}"), "requests during the import p50");
}
