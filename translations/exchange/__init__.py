"""Pairs of texts as other tools write and read them: TMX, XLIFF and CSV. Knows nothing of the database."""

from translations.exchange.pairs import BadPair, Pair, Unreadable

__all__ = ["BadPair", "Pair", "Unreadable"]
