//! The program from outside: its private cluster with a real PostgreSQL, its signals, its exit codes.

mod cluster;
mod cluster_run;
mod serve;
mod support;
