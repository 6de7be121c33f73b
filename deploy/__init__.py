"""Starts the product on one machine; the application itself knows nothing of this folder."""
