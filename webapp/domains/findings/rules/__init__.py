"""Rules of findings, free of database and web.

`report` what a report must say · `details` what does not fit in it · `decision`, `rows` what it comes to ·
`sighting` being seen again · `states` the machine · `standing` what acts change · `deadlines` by when ·
`acting`, `ways` how acts are decided · `repair`, `signing`, `letters`, `smell` the acts · `act_rows` what they make
"""
