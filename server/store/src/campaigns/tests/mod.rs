mod answer_times;
mod autoassign;
mod list;
mod next_due;
mod obstacles;
mod search;
mod status;
