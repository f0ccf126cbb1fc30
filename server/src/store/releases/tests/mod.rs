mod automatic;
mod decision_table;
mod history;
mod model;
mod preview;
mod races;
mod resume;
