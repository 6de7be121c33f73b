"""Badges of the staff: a code that the key desk reads, with name, role and estate (工牌)."""
