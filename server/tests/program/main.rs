//! The program from outside: its private cluster with a real PostgreSQL, its signals, its exit codes, and
//! two of it at once.

mod benchmarks;
mod carrier;
mod cluster;
mod cluster_run;
mod crowd;
mod doctor;
mod export_memory;
mod first_connection;
mod half_sent;
mod killed;
mod lost_connection;
mod paused;
mod race;
mod races;
mod reassign_race;
mod serve;
mod sign_ins;
mod silent;
mod silent_proxy;
mod support;
mod texting_race;
mod texting_races;
mod two_servers;
