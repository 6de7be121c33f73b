"""The daily and the weekly check sheet on paper."""
