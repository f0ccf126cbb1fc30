-- A word for the second pass of a campaign, which the history keeps among the releases.

alter type release_kind add value 'second_pass';
