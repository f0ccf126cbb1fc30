# What only the server says.

skip = Skip to the content
