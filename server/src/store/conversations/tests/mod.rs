mod open;
mod send;
mod watch;
