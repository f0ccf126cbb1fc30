mod modules;
mod spans_in_sources;
