"""The bundle of a closed month: papers, tables, photos and a manifest in one file, made by the worker."""
