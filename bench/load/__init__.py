"""What the benchmarks of the server share: an estate with its history, phones that load it, and the bare store."""
