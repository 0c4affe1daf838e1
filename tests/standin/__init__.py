"""A small stand-in of Discord over local sockets, for tests of what a simulation within the process cannot do."""
