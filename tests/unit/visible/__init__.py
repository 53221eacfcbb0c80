"""Type that cannot be seen, rule by rule."""
