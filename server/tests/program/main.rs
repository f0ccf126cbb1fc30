//! The program from outside: its private cluster with a real PostgreSQL, its signals, its exit codes, and
//! two of it at once.

mod cluster;
mod cluster_run;
mod crowd;
mod killed;
mod races;
mod serve;
mod support;
mod two_servers;
