"""Wording of an offer that shuts people out by what they are. The law it rests on is named in ``grounds``."""
