## Whether a page is kept up to date.

as-of-now = As of now
live = Live
connection-lost = Connection lost, reconnecting. These figures may be old.
