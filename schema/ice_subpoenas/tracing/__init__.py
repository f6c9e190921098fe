"""Where a value comes from: what `trace` finds, as values; `lines` puts it into words."""
