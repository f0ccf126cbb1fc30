mod open;
mod send;
