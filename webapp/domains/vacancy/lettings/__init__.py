"""Use of long-vacant units (空置房利用): what the estate knows of consents and lettings, and its doors."""
