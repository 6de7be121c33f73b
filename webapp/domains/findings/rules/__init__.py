"""Rules of findings, free of database and web: what a report must say (`report`), what it comes to (`decision`)."""
