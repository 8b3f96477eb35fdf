"""Preflight: what a PDF must hold before it is handed out, read back from its bytes."""
