"""How good the evidence of a visit is, in a grade with its reasons: never proof, never a refusal (`design` 7).

Grades are derived and not part of the book: what they rest on beside the visit itself (other visits, photos that
arrive, time that passes) may change them. What a supervisor writes about them is an entry (`review.py`).
"""
