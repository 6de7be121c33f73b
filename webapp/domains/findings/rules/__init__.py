"""Rules of findings, free of database and web.

`report` what a report must say · `details` what does not fit in it · `decision`, `rows` what it comes to ·
`sighting` being seen again
"""
