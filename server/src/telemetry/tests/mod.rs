mod modules;
mod spans_at_run_time;
mod spans_in_sources;
