"""The yearly maintenance plan (空置房维护管理计划): what the estate knows of plans, and its doors."""
