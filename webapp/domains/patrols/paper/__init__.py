"""The patrol record on paper (巡查记录表): one page of the patrol book as a property office knows it."""
