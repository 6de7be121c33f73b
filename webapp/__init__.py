"""Rounds (巡管家): the server. `factory.py` puts it together; this file builds nothing."""
