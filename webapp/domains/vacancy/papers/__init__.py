"""The dynamic table (动态表) and the half-year summary (半年汇总): drafts, and what was filed."""
