"""Offers stay fresh: the employer confirms them by a link or on the phone, and answers reach the brokers."""
