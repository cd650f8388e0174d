"""An employer leaves an offer without an account; it waits in the brokers’ inbox."""
