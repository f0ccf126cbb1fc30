//! `baton bench …`, at sizes that take seconds: each runs to its end, and verifies what it wrote.

use crate::support::{Baton, data_dir};

const BENCHMARKS: [&str; 4] = [
    "release --conversations 4000 --waiting 1200 --due 300 --campaigns 4 --texters 8 --pooled 1000",
    "claim --conversations 2000 --held 500 --pooled 1000 --campaigns 2 --texters 5 --batch 10",
    "live --pooled 100 --campaigns 2 --streams 5 --changes 5 --requests 1 --seconds 1",
    "inbound --contacts 100 --campaigns 2 --texters 4 --connections 5 --deliverers 4 --seconds 1",
];

#[test]
fn each_benchmark_comes_to_its_end() {
    let data_dir = data_dir();
    for benchmark in BENCHMARKS {
        let arguments: Vec<&str> = ["bench"].into_iter().chain(benchmark.split(' ')).collect();
        let mut baton = Baton::start(data_dir.path(), &arguments);
        let ended = baton.ended();
        assert!(ended.success(), "{benchmark}: {}", baton.errors());
    }
}
